package org.voorwerp.server.team;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link by which people may join a team, of which only the hash of the secret is known.
@Entity
class TeamInvitation extends PanacheEntityBase {

    @Id
    UUID id;

    UUID teamId;
    byte[] secretHash;
    UUID createdBy;
    Instant createdAt;
    Instant expiresAt;

    @Nullable
    Instant revokedAt;

    boolean isValidAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    static Optional<TeamInvitation> bySecretHash(byte[] hash) {
        return find("secretHash = ?1", (Object) hash).firstResultOptional();
    }

    static List<TeamInvitation> validOf(UUID team, Instant now) {
        return list("teamId = ?1 and revokedAt is null and expiresAt > ?2 order by createdAt", team, now);
    }

    static void revokeAll(UUID team, Instant now) {
        update("revokedAt = ?1 where teamId = ?2 and revokedAt is null", now, team);
    }
}
