/// What truth and split are bound to before anybody sends anything, so that everybody can see afterwards that nothing
/// was changed.
@NullMarked
package org.voorwerp.server.evaluation.commitment;

import org.jspecify.annotations.NullMarked;
