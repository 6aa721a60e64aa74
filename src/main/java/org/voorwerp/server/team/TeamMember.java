package org.voorwerp.server.team;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A person belongs to one team a challenge.
@Entity
@IdClass(TeamMember.Key.class)
class TeamMember extends PanacheEntityBase {

    /// Who, where.
    record Key(UUID challengeId, UUID accountId) implements Serializable {}

    @Id
    UUID challengeId;

    @Id
    UUID accountId;

    UUID teamId;
    Instant joinedAt;

    /// Those of a team, the longest in it first.
    static List<TeamMember> of(UUID team) {
        return list("teamId = ?1 order by joinedAt, accountId", team);
    }
}
