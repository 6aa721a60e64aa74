package org.voorwerp.server.challenge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who organises a challenge besides its owner, or was asked to.
@Entity
@IdClass(ChallengeOrganiser.Key.class)
class ChallengeOrganiser extends PanacheEntityBase {

    /// Who, where.
    record Key(UUID challengeId, UUID accountId) implements Serializable {}

    @Id
    UUID challengeId;

    @Id
    UUID accountId;

    UUID invitedBy;
    Instant invitedAt;

    /// Null until the person has agreed.
    @Nullable
    Instant acceptedAt;

    static boolean isOne(UUID challenge, UUID account) {
        return count("challengeId = ?1 and accountId = ?2 and acceptedAt is not null", challenge, account) > 0;
    }
}
