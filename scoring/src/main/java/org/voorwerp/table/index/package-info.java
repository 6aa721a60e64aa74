/// Many texts, each with its position, found again by their bytes.
@NullMarked
package org.voorwerp.table.index;

import org.jspecify.annotations.NullMarked;
