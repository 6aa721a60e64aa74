package org.voorwerp.server.entry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who asked to take part in a challenge, or was let in.
@Entity
@IdClass(Entrant.Key.class)
class Entrant extends PanacheEntityBase {

    /// Who, where.
    record Key(UUID challengeId, UUID accountId) implements Serializable {}

    /// How it stands.
    enum State {
        REQUESTED,
        ADMITTED,
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    UUID challengeId;

    @Id
    UUID accountId;

    /// A [State]'s word.
    String state;

    @Nullable
    String message;

    @Nullable
    String reason;

    Instant requestedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    State state() {
        return State.valueOf(state.toUpperCase(Locale.ROOT));
    }

    void decide(State decision, @Nullable String why, UUID by, Instant now) {
        state = decision.word();
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    static Optional<Entrant> of(UUID challenge, UUID account) {
        return findByIdOptional(new Key(challenge, account));
    }

    static Entrant create(UUID challenge, UUID account, Instant now) {
        var entrant = new Entrant();
        entrant.challengeId = challenge;
        entrant.accountId = account;
        entrant.state = State.REQUESTED.word();
        entrant.requestedAt = now;
        return entrant;
    }
}
