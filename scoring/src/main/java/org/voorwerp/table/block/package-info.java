/// Files cut into blocks of whole lines, which several threads read at once.
@NullMarked
package org.voorwerp.table.block;

import org.jspecify.annotations.NullMarked;
