package org.voorwerp.server.challenge.build.source;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import org.voorwerp.server.storage.StorageConfig;

/// Folders in which builds and imports unpack and try things, each gone when they end.
@ApplicationScoped
public class Workspace {

    private static final Duration STALE = Duration.ofHours(24);

    private final Path root;
    private final Clock clock;

    Workspace(StorageConfig config, Clock clock) {
        this.root = config.dataFolder().toAbsolutePath().normalize().resolve("builds");
        this.clock = clock;
    }

    /// A folder for one of them.
    public record Folder(Path path) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            delete(path);
        }
    }

    public Folder open() throws IOException {
        return new Folder(Files.createTempDirectory(Files.createDirectories(root), ""));
    }

    /// What a crash left behind; other servers may be building in the same folder, so only what is a day old.
    void sweep(@Observes StartupEvent event) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        var stale = clock.instant().minus(STALE);
        try (var folders = Files.list(root)) {
            for (var folder : folders.toList()) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(stale)) {
                    delete(folder);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
