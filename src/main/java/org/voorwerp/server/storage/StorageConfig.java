package org.voorwerp.server.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

@ConfigMapping(prefix = "voorwerp")
public interface StorageConfig {

    /// Where the server keeps what it must not lose: blobs, and the embedded database where it runs.
    @WithDefault("data")
    Path dataFolder();
}
