package org.voorwerp.server.storage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/// Bytes in a folder, each blob named by its SHA-256. A blob is complete and synced from the moment it has its name;
/// what is on its way lies in `incoming`, and whatever a crash leaves there is swept at the next start.
@ApplicationScoped
public class Blobs {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Duration STALE = Duration.ofHours(24);

    private final Path root;
    private final Clock clock;

    Blobs(StorageConfig config, Clock clock) {
        this.root = config.dataFolder().toAbsolutePath().normalize().resolve("blobs");
        this.clock = clock;
    }

    /// Begins a new blob. Close it in any case; what is not kept is deleted.
    public IncomingBlob incoming(Area area) throws IOException {
        return new IncomingBlob(Files.createDirectories(root.resolve("incoming")), folder(area));
    }

    /// Where a blob lies.
    ///
    /// @throws IllegalArgumentException if `digest` is not one
    public Path path(Area area, String digest) {
        if (!isDigest(digest)) {
            throw new IllegalArgumentException("not a digest: " + digest);
        }
        return IncomingBlob.place(folder(area), digest);
    }

    public InputStream open(Area area, String digest) throws IOException {
        return Files.newInputStream(path(area, digest));
    }

    static boolean isDigest(String name) {
        return DIGEST.matcher(name).matches();
    }

    Path root() {
        return root;
    }

    Path folder(Area area) {
        return root.resolve(area.name().toLowerCase(Locale.ROOT));
    }

    /// Other servers may be writing to the same folder: only what is a day old is surely left behind.
    void sweep(@Observes StartupEvent event) throws IOException {
        var incoming = root.resolve("incoming");
        if (!Files.isDirectory(incoming)) {
            return;
        }
        var stale = clock.instant().minus(STALE);
        try (var files = Files.list(incoming)) {
            for (var file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(stale)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
