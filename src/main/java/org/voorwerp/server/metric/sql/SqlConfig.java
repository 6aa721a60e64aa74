package org.voorwerp.server.metric.sql;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "voorwerp.sql")
public interface SqlConfig {

    /// How much memory DuckDB may use for one query of a metric written in SQL; some 500 MiB come on top for the
    /// process
    /// that it runs in.
    @WithDefault("1G")
    MemorySize memory();

    /// How long such a query may take, the start of its process included.
    @WithDefault("60s")
    Duration time();
}
