package org.voorwerp.server.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of what a challenge publishes. It never changes; what is corrected or added makes another one.
@Entity
@IdClass(DatasetVersion.Key.class)
public class DatasetVersion extends PanacheEntityBase {

    /// The one that a challenge is hosted with.
    public static final int FIRST = 1;

    /// Which version of which challenge.
    public record Key(UUID challengeId, int version) implements Serializable {}

    @Id
    public UUID challengeId;

    @Id
    public int version;

    public Instant createdAt;

    /// What is new in it; null for the first.
    public @Nullable String note;

    /// All of a challenge's, the latest first.
    public static List<DatasetVersion> of(UUID challenge) {
        return list("challengeId = ?1 order by version desc", challenge);
    }

    public static Optional<DatasetVersion> latest(UUID challenge) {
        return find("challengeId = ?1 order by version desc", challenge).firstResultOptional();
    }
}
