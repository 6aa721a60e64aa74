package org.voorwerp.server.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one metric says of a submission over one part of the hold-out. Those of the private part must reach nobody
/// before its time.
@Entity
@Table(name = "score")
@IdClass(ScoreRow.Key.class)
class ScoreRow extends PanacheEntityBase {

    /// Which score.
    record Key(UUID submissionId, int scoringVersion, String part, String metric) implements Serializable {}

    @Id
    UUID submissionId;

    @Id
    int scoringVersion;

    /// `public` or `private`.
    @Id
    String part;

    /// The metric's key in the challenge.
    @Id
    String metric;

    double value;

    @Nullable
    Double low;

    @Nullable
    Double high;

    @Nullable
    String method;
}
