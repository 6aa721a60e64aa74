package org.voorwerp.server.challenge.build;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.pack.PackFinding;

/// A pack on its way to becoming a challenge.
@Entity
class PackBuild extends PanacheEntityBase {

    @Id
    UUID id;

    /// Who sent it.
    UUID accountId;

    /// The archive.
    String blob;

    /// A [BuildState]'s word.
    String state;

    /// What is being done.
    String step;

    /// From 0 to 1.
    double progress;

    String slug;

    /// The challenge that it is to put right; null where it is to become one.
    @Nullable
    UUID corrects;

    /// What was wrong with that, said to everybody.
    @Nullable
    String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    List<PackFinding> findings;

    long findingCount;

    /// The number to quote to us if it failed.
    @Nullable
    String incident;

    Instant createdAt;

    @Nullable
    Instant finishedAt;

    boolean isFinished() {
        return finishedAt != null;
    }
}
