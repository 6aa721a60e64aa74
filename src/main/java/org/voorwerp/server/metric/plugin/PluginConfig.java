package org.voorwerp.server.metric.plugin;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

@ConfigMapping(prefix = "voorwerp.plugins")
public interface PluginConfig {

    /// A folder of jars with further metrics, read when the server starts: see docs/write-a-metric.md. They run inside
    /// the server and may do whatever it may do.
    Optional<Path> folder();
}
