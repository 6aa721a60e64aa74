/// Tables as Parquet.
@NullMarked
package org.voorwerp.server.dataset.parquet;

import org.jspecify.annotations.NullMarked;
