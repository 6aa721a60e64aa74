package org.voorwerp.server.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Sweeps blobs that no row names: of a server that died between naming a file and committing its row, and of drafts
/// that were deleted. Such a blob is first put aside, and deleted a day later; should a row name it by then, which
/// only a crash in the middle of this can bring about, it is put back. So nothing that is needed is ever lost, however
/// many servers sweep and write at the same time.
@ApplicationScoped
class OrphanedBlobs {

    private static final Logger LOG = Logger.getLogger(OrphanedBlobs.class);
    /// Longer than anything takes from its last byte to its row.
    private static final Duration STALE = Duration.ofHours(24);

    private static final int AT_ONCE = 1000;
    /// If more than that, and most, are named by no row, this is a wrong database and not a crash.
    private static final int MOST = 100;
    private static final String ASIDE = "orphaned";

    private final Blobs blobs;
    private final DataSource database;
    private final Clock clock;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("orphaned-blobs").factory());

    OrphanedBlobs(Blobs blobs, DataSource database, Clock clock) {
        this.blobs = blobs;
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes @Priority(1100) StartupEvent event) {
        clockwork.scheduleWithFixedDelay(this::attempt, 1, 24, TimeUnit.HOURS);
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    private void attempt() {
        try {
            int found = sweep();
            if (found > 0) {
                LOG.infof("%d blobs that nothing names were put aside; they are deleted a day from now", found);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.warn("blobs that nothing names could not be swept", e);
        }
    }

    /// @return how many were put aside
    int sweep() throws IOException, SQLException {
        deleteWhatWasPutAside();
        var stale = clock.instant().minus(STALE);
        int found = 0;
        for (var area : Area.values()) {
            found += sweep(area, stale);
        }
        return found;
    }

    private int sweep(Area area, Instant stale) throws IOException, SQLException {
        int old = 0;
        var orphans = new ArrayList<String>();
        for (var folder : list(blobs.folder(area))) {
            var digests = older(folder, stale);
            old += digests.size();
            for (int from = 0; from < digests.size(); from += AT_ONCE) {
                var some = digests.subList(from, Math.min(digests.size(), from + AT_ONCE));
                var needed = needed(area, some);
                some.stream().filter(digest -> !needed.contains(digest)).forEach(orphans::add);
            }
        }
        if (orphans.size() > MOST && orphans.size() > old / 2) {
            LOG.errorf(
                    "nothing in the database names %d of the %d blobs of %s; if that is right, which it hardly is,"
                            + " delete them by hand; else this is not the database that belongs to them",
                    orphans.size(), old, word(area));
            return 0;
        }
        int found = 0;
        for (var digest : orphans) {
            found += putAside(area, digest, stale) ? 1 : 0;
        }
        return found;
    }

    private List<String> older(Path folder, Instant stale) throws IOException {
        var digests = new ArrayList<String>();
        for (var file : list(folder)) {
            var name = file.getFileName().toString();
            if (Blobs.isDigest(name) && modified(file).isBefore(stale)) {
                digests.add(name);
            }
        }
        return digests;
    }

    /// @return false if somebody has just sent the same bytes, so that it is no orphan any more
    private boolean putAside(Area area, String digest, Instant stale) throws IOException, SQLException {
        var aside = aside().resolve(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString())
                .resolve(word(area))
                .resolve(digest);
        Files.createDirectories(Objects.requireNonNull(aside.getParent()));
        try {
            Files.move(blobs.path(area, digest), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another server sweeps as well.
            return false;
        }
        if (modified(aside).isBefore(stale) && needed(area, List.of(digest)).isEmpty()) {
            return true;
        }
        putBack(area, digest, aside);
        return false;
    }

    private void putBack(Area area, String digest, Path aside) throws IOException {
        var place = blobs.path(area, digest);
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private void deleteWhatWasPutAside() throws IOException, SQLException {
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        for (var day : list(aside())) {
            if (isBefore(day, yesterday)) {
                for (var area : Area.values()) {
                    delete(area, day.resolve(word(area)));
                }
                Files.deleteIfExists(day);
            }
        }
    }

    private void delete(Area area, Path folder) throws IOException, SQLException {
        for (var file : list(folder)) {
            var digest = file.getFileName().toString();
            if (needed(area, List.of(digest)).isEmpty()) {
                Files.deleteIfExists(file);
            } else if (Files.exists(file)) {
                LOG.warnf("the blob %s of %s is needed after all, and was put back", digest, word(area));
                putBack(area, digest, file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /// Which of these blobs a row names.
    private Set<String> needed(Area area, List<String> digests) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select distinct digest from blob_reference where area = ? and digest = any(?)")) {
            statement.setString(1, word(area));
            statement.setArray(2, connection.createArrayOf("text", digests.toArray()));
            var needed = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    needed.add(rows.getString(1));
                }
            }
            return needed;
        }
    }

    private Path aside() {
        return blobs.root().resolve(ASIDE);
    }

    private static boolean isBefore(Path folder, LocalDate day) {
        try {
            return LocalDate.parse(folder.getFileName().toString()).isBefore(day);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String word(Area area) {
        return area.name().toLowerCase(Locale.ROOT);
    }

    /// When a file was written; now, for one that is gone.
    private Instant modified(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return clock.instant();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
