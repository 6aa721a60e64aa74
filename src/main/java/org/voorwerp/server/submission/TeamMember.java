package org.voorwerp.server.submission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
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
}
