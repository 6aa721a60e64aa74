/// From volunteers' classifications to consensus: exports are extracted, extracts reduced.
@NullMarked
package org.voorwerp.consensus;

import org.jspecify.annotations.NullMarked;
