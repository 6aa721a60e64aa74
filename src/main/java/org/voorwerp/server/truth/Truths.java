package org.voorwerp.server.truth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
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
    private final EntityManager database;
    private final TruthCache cache = new TruthCache();

    Truths(Blobs blobs, EntityManager database) {
        this.blobs = blobs;
        this.database = database;
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

    /// Writes which test subjects belong together, in the caller's transaction.
    ///
    /// @param groups of each subject of the truth, in its order; the names stay with us
    public void keepGroups(UUID challenge, List<String> groups) throws IOException {
        var numbers = numbered(groups);
        if (numbers.isEmpty()) {
            return;
        }
        try (var incoming = blobs.incoming(Area.TRUTH)) {
            var out = new DataOutputStream(new BufferedOutputStream(incoming, 1 << 16));
            for (int number : numbers.get()) {
                out.writeInt(number);
            }
            out.flush();
            database.createNativeQuery("insert into test_group values (?1, ?2)")
                    .setParameter(1, challenge)
                    .setParameter(2, incoming.keep().digest())
                    .executeUpdate();
        }
    }

    /// The group of each subject, numbered from 0 as they come; empty where each stands alone.
    public static Optional<int[]> numbered(List<String> groups) {
        var numbers = new HashMap<String, Integer>();
        var numbered = new int[groups.size()];
        for (int i = 0; i < numbered.length; i++) {
            numbers.putIfAbsent(groups.get(i), numbers.size());
            numbered[i] = numbers.getOrDefault(groups.get(i), 0);
        }
        return numbers.size() == numbered.length ? Optional.empty() : Optional.of(numbered);
    }

    /// Whether a scoring version has this very truth.
    @Transactional
    public boolean isKept(UUID challenge, int scoringVersion, Truth truth) throws IOException {
        TruthRecord record = TruthRecord.findById(new TruthRecord.Key(challenge, scoringVersion));
        try (var incoming = blobs.incoming(Area.TRUTH)) {
            TruthFile.write(truth, incoming);
            return record != null && record.blob.equals(incoming.keep().digest());
        }
    }

    /// The group of each test subject, numbered from 0; empty where each stands alone, or it is not known.
    @Transactional
    public Optional<int[]> groups(UUID challenge) throws IOException {
        List<?> found = database.createNativeQuery("select blob from test_group where challenge_id = ?1")
                .setParameter(1, challenge)
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var file = blobs.path(Area.TRUTH, String.valueOf(found.getFirst()));
        var numbers = ByteBuffer.wrap(Files.readAllBytes(file)).asIntBuffer();
        var groups = new int[numbers.remaining()];
        numbers.get(groups);
        return Optional.of(groups);
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
