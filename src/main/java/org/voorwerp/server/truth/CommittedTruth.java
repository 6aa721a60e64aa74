package org.voorwerp.server.truth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.TruthFile;

/// Binds a challenge to its truth and split: digests that can be told at once, of files that cannot.
@ApplicationScoped
public class CommittedTruth {

    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager database;

    CommittedTruth(EntityManager database) {
        this.database = database;
    }

    /// @param salt secret until the challenge is over; without it, labels could be guessed from the digest
    /// @param truth SHA-256 of salt and truth, in hex
    /// @param split of salt and split
    public record Bound(byte[] salt, String truth, String split, Instant at) {}

    /// Binds a challenge, in the caller's transaction.
    public void commit(UUID challenge, Truth truth, Instant at) throws IOException {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        database.createNativeQuery("insert into commitment values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, challenge)
                .setParameter(2, salt)
                .setParameter(3, digest(salt, out -> TruthFile.write(truth, out)))
                .setParameter(4, digest(salt, out -> SplitFile.write(truth, out)))
                .setParameter(5, at)
                .executeUpdate();
    }

    /// What a challenge is bound to.
    public Optional<Bound> of(UUID challenge) {
        List<?> rows = database.createNativeQuery(
                        "select salt, truth, split, committed_at from commitment where challenge_id = ?1")
                .setParameter(1, challenge)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Bound((byte[]) row[0], (String) row[1], (String) row[2], (Instant) row[3]))
                .findFirst();
    }

    private interface Content {

        void write(OutputStream out) throws IOException;
    }

    private static String digest(byte[] salt, Content content) throws IOException {
        var sha256 = DigestUtils.getSha256Digest();
        sha256.update(salt);
        content.write(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
        return HexFormat.of().formatHex(sha256.digest());
    }
}
