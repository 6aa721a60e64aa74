package org.voorwerp.server.metric.program;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/// Which blob holds a program of a challenge, from a scoring version on.
@Entity
@Table(name = "metric_program")
@IdClass(ProgramRecord.Key.class)
class ProgramRecord extends PanacheEntityBase {

    /// Which program of which challenge, and since when.
    record Key(UUID challengeId, String folder, int scoringVersion) implements Serializable {}

    @Id
    UUID challengeId;

    @Id
    String folder;

    @Id
    int scoringVersion;

    String blob;

    /// The program of a scoring version: that of the latest version up to it.
    static Optional<ProgramRecord> of(UUID challenge, String folder, int version) {
        return find(
                        "challengeId = ?1 and folder = ?2 and scoringVersion <= ?3 order by scoringVersion desc",
                        challenge,
                        folder,
                        version)
                .firstResultOptional();
    }
}
