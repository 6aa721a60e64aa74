/// Delimited files: read exactly, with problems named by line and column.
@NullMarked
package org.voorwerp.table;

import org.jspecify.annotations.NullMarked;
