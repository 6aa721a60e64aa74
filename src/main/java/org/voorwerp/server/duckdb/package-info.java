/// Processes that run DuckDB, which is native code and never runs within the server.
@NullMarked
package org.voorwerp.server.duckdb;

import org.jspecify.annotations.NullMarked;
