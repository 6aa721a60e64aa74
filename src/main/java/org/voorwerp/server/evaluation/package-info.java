/// Scores submissions.
@NullMarked
package org.voorwerp.server.evaluation;

import org.jspecify.annotations.NullMarked;
