package org.voorwerp.server.metric.program;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "voorwerp.programs")
public interface ProgramConfig {

    /// How much memory the processes of a scoring program may hold together.
    @WithDefault("2G")
    MemorySize memory();

    /// How many processes and threads a scoring program may have at a time.
    @WithDefault("64")
    int processes();

    /// How long a scoring program may take for one part of a submission.
    @WithDefault("5m")
    Duration time();

    /// How much a scoring program may write into each of its folders; they lie in memory.
    @WithDefault("256M")
    MemorySize scratch();

    /// Folders of the host that scoring programs may read besides /usr, separated by commas, e.g. one with Python
    /// packages.
    Optional<List<Path>> folders();
}
