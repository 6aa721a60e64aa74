package org.voorwerp.server.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/// That a submission was scored in a scoring version; its [ScoreRow]s say how well.
@Entity
@IdClass(Result.Key.class)
class Result extends PanacheEntityBase {

    /// Of which submission, in which scoring version.
    record Key(UUID submissionId, int scoringVersion) implements Serializable {}

    @Id
    UUID submissionId;

    @Id
    int scoringVersion;

    int attempt;
    Instant scoredAt;
}
