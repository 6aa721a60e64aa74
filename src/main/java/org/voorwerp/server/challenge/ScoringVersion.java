package org.voorwerp.server.challenge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Definition.MetricDefinition;

/// A corrected truth, other metrics, or a corrected program, by which everything is scored again. Version 1 has no row:
/// it is the challenge as it was hosted.
@Entity
@IdClass(ScoringVersion.Key.class)
public class ScoringVersion extends PanacheEntityBase {

    /// Which version of which challenge.
    record Key(UUID challengeId, int version) implements Serializable {}

    @Id
    public UUID challengeId;

    /// From 2.
    @Id
    public int version;

    /// Who began it.
    public @Nullable UUID accountId;

    /// What was corrected, said to everybody.
    public String reason;

    /// As challenge.yaml has them; null for those of the version before.
    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable List<MetricDefinition> metrics;

    public @Nullable String rankBy;
    public Instant startedAt;

    /// When the boards turned to it; null while submissions are still being scored.
    public @Nullable Instant shownAt;

    /// Those of a challenge, the first first.
    public static List<ScoringVersion> of(UUID challenge) {
        return list("challengeId = ?1 order by version", challenge);
    }

    /// The one that is being scored.
    public static Optional<ScoringVersion> coming(UUID challenge) {
        return find("challengeId = ?1 and shownAt is null", challenge).firstResultOptional();
    }
}
