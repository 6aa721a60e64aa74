/// Metrics that are a query of DuckDB.
@NullMarked
package org.voorwerp.server.metric.sql;

import org.jspecify.annotations.NullMarked;
