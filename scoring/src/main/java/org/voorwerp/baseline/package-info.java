/// Predictions that a participant must beat to have learnt anything, written plainly and scored like anyone's.
@NullMarked
package org.voorwerp.baseline;

import org.jspecify.annotations.NullMarked;
