/// How good a score can be where the truth is what volunteers said: their votes, drawn again, would differ too.
@NullMarked
package org.voorwerp.scoring.ceiling;

import org.jspecify.annotations.NullMarked;
