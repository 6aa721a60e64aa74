package org.voorwerp.server.metric.program;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Keeps the programs of challenges, each as a zip.
@ApplicationScoped
public class ProgramStore {

    /// How large a program may be, and how many files it may have: all are copied at each run.
    public static final long MOST_BYTES = 64L << 20;

    public static final int MOST_FILES = 1000;

    /// Equal programs are equal blobs.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Blobs blobs;

    ProgramStore(Blobs blobs) {
        this.blobs = blobs;
    }

    /// A program of a challenge that is hosted.
    ///
    /// @param version the scoring version whose program it is
    /// @param folder its name in the pack
    public record Kept(UUID challenge, int version, String folder, ProgramStore store) implements ProgramSource {
        @Override
        public void copyTo(Path target) throws IOException {
            store.unpack(this, target);
        }
    }

    /// Where a hosted challenge's program comes from, as a scoring version has it.
    public ProgramSource source(UUID challenge, int version, String folder) {
        return new Kept(challenge, version, folder, this);
    }

    /// Keeps the program that lies in a folder.
    ///
    /// @return the digest of its blob
    /// @throws MetricFault if it is too large
    public String keep(Path folder) throws IOException {
        var files = new ProgramSource.Folder(folder).files();
        long bytes = 0;
        for (var file : files) {
            bytes += Files.size(file);
        }
        if (bytes > MOST_BYTES || files.size() > MOST_FILES) {
            throw new MetricFault("a program may have " + MOST_FILES + " files and " + (MOST_BYTES >> 20)
                    + " MiB at most; this one has " + files.size() + " files and " + (bytes >> 20) + " MiB");
        }
        try (var incoming = blobs.incoming(Area.PROGRAMS)) {
            var zip = new ZipOutputStream(incoming);
            for (var file : files) {
                var entry = new ZipEntry(folder.relativize(file).toString());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
            }
            zip.finish();
            return incoming.keep().digest();
        }
    }

    /// Writes down which blob is a challenge's program from a scoring version on, in the caller's transaction.
    public void record(UUID challenge, int version, String folder, String blob) {
        var record = new ProgramRecord();
        record.challengeId = challenge;
        record.scoringVersion = version;
        record.folder = folder;
        record.blob = blob;
        record.persist();
    }

    /// Those of some programs that are others than a scoring version has.
    ///
    /// @param others folder → digest of the blob
    public Map<String, String> changed(UUID challenge, int version, Map<String, String> others) {
        var changed = new TreeMap<>(others);
        changed.entrySet()
                .removeIf(other -> ProgramRecord.of(challenge, other.getKey(), version)
                        .filter(record -> record.blob.equals(other.getValue()))
                        .isPresent());
        return changed;
    }

    private void unpack(Kept kept, Path target) throws IOException {
        var record = QuarkusTransaction.requiringNew()
                .call(() -> ProgramRecord.of(kept.challenge(), kept.folder(), kept.version()))
                .orElseThrow(() -> new IllegalStateException(
                        "challenge " + kept.challenge() + " has no program " + kept.folder()));
        try (var zip = new ZipInputStream(blobs.open(Area.PROGRAMS, record.blob))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IllegalStateException("a program's file leads outside: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }
}
