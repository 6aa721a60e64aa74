package org.voorwerp.server.entry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link to a team or a challenge, of which only the hash of the secret is known.
@Entity
public class Invitation extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID challengeId;

    /// Null for the challenge itself.
    public @Nullable UUID teamId;

    byte[] secretHash;
    UUID createdBy;
    public Instant createdAt;
    public Instant expiresAt;

    @Nullable
    Instant revokedAt;

    boolean isValidAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    static Optional<Invitation> bySecretHash(byte[] hash) {
        return find("secretHash = ?1", (Object) hash).firstResultOptional();
    }

    static List<Invitation> validToTeam(UUID team, Instant now) {
        return list("teamId = ?1 and revokedAt is null and expiresAt > ?2 order by createdAt", team, now);
    }

    static List<Invitation> validToChallenge(UUID challenge, Instant now) {
        return list(
                "challengeId = ?1 and teamId is null and revokedAt is null and expiresAt > ?2 order by createdAt",
                challenge,
                now);
    }
}
