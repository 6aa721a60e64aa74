package org.voorwerp.server.challenge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

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

    public boolean isBaseline() {
        return kind.equals(BASELINE);
    }
}
