package org.voorwerp.server.http;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Read by application.properties; declared here so that it is known, checked and documented.
@Unremovable
@ConfigMapping(prefix = "voorwerp")
public interface LogConfig {

    /// Whether the console's lines are JSON objects, for machines to read.
    @WithDefault("false")
    boolean logJson();
}
