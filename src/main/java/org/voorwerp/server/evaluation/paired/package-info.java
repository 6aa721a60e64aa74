/// Submissions compared subject by subject, without scoring them again. What is kept for it tells the truth of every
/// subject, so it is shown to nobody.
@NullMarked
package org.voorwerp.server.evaluation.paired;

import org.jspecify.annotations.NullMarked;
