package org.voorwerp.server.challenge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who competes in a challenge: participants, or a baseline.
@Entity
public class Team extends PanacheEntityBase {

    public static final String PARTICIPANTS = "participants";
    public static final String BASELINE = "baseline";

    @Id
    public UUID id;

    public UUID challengeId;
    public String name;

    /// [#PARTICIPANTS] or [#BASELINE]; the latter is shown, never ranked.
    public String kind;

    public Instant createdAt;

    /// The member who decides for the team; null for a baseline.
    public @Nullable UUID captainId;

    /// The team that this one became part of; null while it competes.
    public @Nullable UUID mergedInto;

    /// How many submissions the challenge had accepted by then: those after are the united team's. Null also where it
    /// was not noted.
    public @Nullable Long mergedAfter;

    public boolean isBaseline() {
        return kind.equals(BASELINE);
    }

    /// How many teams of participants compete in a challenge.
    public static long competing(UUID challenge) {
        return count("challengeId = ?1 and kind = ?2 and mergedInto is null", challenge, PARTICIPANTS);
    }
}
