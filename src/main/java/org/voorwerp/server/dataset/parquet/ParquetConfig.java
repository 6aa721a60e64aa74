package org.voorwerp.server.dataset.parquet;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "voorwerp.parquet")
public interface ParquetConfig {

    /// Whether tables are published as Parquet beside CSV. DuckDB writes them, so switch it off where DuckDB does not
    /// run.
    @WithDefault("true")
    boolean enabled();

    /// How much memory DuckDB may use for that; some 200 MiB come on top for the process that it runs in.
    @WithDefault("1G")
    MemorySize memory();
}
