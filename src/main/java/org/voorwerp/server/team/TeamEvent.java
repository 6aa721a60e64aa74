package org.voorwerp.server.team;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to a team; the database refuses to change or delete it.
@Entity
class TeamEvent extends PanacheEntityBase {

    /// Its place in time.
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID challengeId;
    UUID teamId;

    /// `made`, `joined`, `left`, `captain` or `renamed`.
    String what;

    UUID accountId;
    UUID byAccount;

    @Nullable
    UUID otherTeam;

    @Nullable
    String name;

    Instant at;

    static List<TeamEvent> of(UUID team) {
        return list("teamId = ?1 order by id", team);
    }

    /// What happened to a person in whichever team of whichever challenge.
    static List<TeamEvent> ofPerson(UUID account) {
        return list("accountId = ?1 order by id", account);
    }
}
