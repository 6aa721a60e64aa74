package org.voorwerp.server.truth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.TruthFile;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Keeps held-out answers, each scoring version's as a blob of its own.
@ApplicationScoped
public class Truths {

    private final Blobs blobs;
    private final TruthCache cache = new TruthCache();

    Truths(Blobs blobs) {
        this.blobs = blobs;
    }

    /// Writes the truth of a scoring version, in the caller's transaction. A version's truth is never replaced.
    public void keep(UUID challenge, int scoringVersion, Truth truth) throws IOException {
        var record = new TruthRecord();
        record.challengeId = challenge;
        record.scoringVersion = scoringVersion;
        try (var incoming = blobs.incoming(Area.TRUTH)) {
            TruthFile.write(truth, incoming);
            record.blob = incoming.keep().digest();
        }
        record.persist();
    }

    /// The truth of a scoring version.
    ///
    /// @throws IllegalStateException if none was kept
    @Transactional
    public Truth read(UUID challenge, int scoringVersion, TaskKind kind) throws IOException {
        TruthRecord record = TruthRecord.findById(new TruthRecord.Key(challenge, scoringVersion));
        if (record == null) {
            throw new IllegalStateException("challenge " + challenge + " has no truth of version " + scoringVersion);
        }
        var key = new TruthCache.Key(record.blob, kind);
        var known = cache.get(key);
        if (known != null) {
            return known;
        }
        var file = blobs.path(Area.TRUTH, record.blob);
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var truth = TruthFile.read(in, kind);
            cache.put(key, truth, Files.size(file));
            return truth;
        }
    }
}
