package org.voorwerp.server.team;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A team's proposal to another to become part of it.
@Entity
class TeamMerger extends PanacheEntityBase {

    /// What becomes of a proposal.
    enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        /// One of the teams became part of yet another.
        OVERTAKEN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    UUID id;

    UUID challengeId;

    /// The team that asks, and stays.
    UUID intoTeam;

    /// The team that is asked, and becomes part of the other.
    UUID fromTeam;

    UUID proposedBy;
    Instant proposedAt;

    /// A [State]'s word.
    String state;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    void decide(State decision, UUID by, Instant now) {
        state = decision.word();
        decidedBy = by;
        decidedAt = now;
    }

    static List<TeamMerger> openOf(UUID team) {
        return list("(intoTeam = ?1 or fromTeam = ?1) and state = 'open' order by proposedAt, id", team);
    }

    static void overtakeAll(UUID team, UUID by, Instant now) {
        openOf(team).forEach(merger -> merger.decide(State.OVERTAKEN, by, now));
    }
}
