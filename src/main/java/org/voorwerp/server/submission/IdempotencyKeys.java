package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Invalid;

/// Lets a client send again without submitting twice (draft-ietf-httpapi-idempotency-key-header-07). A key belongs to
/// one person and challenge, and stands for one file.
@ApplicationScoped
class IdempotencyKeys {

    /// A key in use: the person's, in a challenge.
    record Key(UUID account, UUID challenge, String text) {}

    private static final Pattern QUOTED = Pattern.compile("\"((?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[\\x21-\\x7e]+");
    private static final int LONGEST = 255;

    private final EntityManager database;
    private final Duration kept;

    /// Keys of requests that this server is answering.
    private final Set<Key> inProgress = ConcurrentHashMap.newKeySet();

    IdempotencyKeys(EntityManager database, SubmissionConfig config) {
        this.database = database;
        this.kept = config.idempotencyKept();
    }

    /// The key in a header: a string of structured fields, or without its quotes, as many clients send it.
    ///
    /// @throws Invalid if it is malformed
    static @Nullable String parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var text = header.strip();
        var quoted = QUOTED.matcher(text);
        var key = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : text;
        if (!quoted.matches() && !BARE.matcher(text).matches() || key.isEmpty() || key.length() > LONGEST) {
            throw new Invalid("An Idempotency-Key is a string of 1 to " + LONGEST
                    + " visible ASCII characters, as in Idempotency-Key: \"8e03978e-40d5-43dd-bc93-6894a57f9324\".");
        }
        return key;
    }

    /// Marks a key as in use until closed.
    ///
    /// @throws KeyConflict if another request of the same key is being answered here
    Claim claim(@Nullable Key key) {
        if (key == null) {
            return () -> {};
        }
        if (!inProgress.add(key)) {
            throw KeyConflict.inProgress(key.text());
        }
        return () -> inProgress.remove(key);
    }

    /// A key in use, until closed.
    interface Claim extends AutoCloseable {
        @Override
        void close();
    }

    boolean isKnown(Key key) {
        return !rows(key).isEmpty();
    }

    /// The submission that the key led to before; to be called with the challenge's row locked.
    ///
    /// @throws KeyConflict if it was another file
    Optional<UUID> earlier(Key key, String blob, Instant now) {
        database.createNativeQuery("delete from idempotency_key where account_id = ?1 and challenge_id = ?2"
                        + " and created_at < ?3")
                .setParameter(1, key.account())
                .setParameter(2, key.challenge())
                .setParameter(3, now.minus(kept))
                .executeUpdate();
        var rows = rows(key);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var row = (Object[]) rows.getFirst();
        if (!row[1].equals(blob)) {
            throw KeyConflict.otherPayload(key.text());
        }
        return Optional.of((UUID) row[0]);
    }

    private List<?> rows(Key key) {
        return database.createNativeQuery("select submission_id, blob from idempotency_key"
                        + " where account_id = ?1 and challenge_id = ?2 and key = ?3")
                .setParameter(1, key.account())
                .setParameter(2, key.challenge())
                .setParameter(3, key.text())
                .getResultList();
    }

    void remember(Key key, Submission submission) {
        database.createNativeQuery("insert into idempotency_key"
                        + " (account_id, challenge_id, key, blob, submission_id, created_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, key.account())
                .setParameter(2, key.challenge())
                .setParameter(3, key.text())
                .setParameter(4, submission.blob)
                .setParameter(5, submission.id)
                .setParameter(6, submission.acceptedAt)
                .executeUpdate();
    }
}
