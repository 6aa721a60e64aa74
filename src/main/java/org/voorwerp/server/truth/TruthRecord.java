package org.voorwerp.server.truth;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/// Which blob holds a challenge's truth for a scoring version.
@Entity
@Table(name = "truth")
@IdClass(TruthRecord.Key.class)
class TruthRecord extends PanacheEntityBase {

    /// Which truth of which challenge.
    record Key(UUID challengeId, int scoringVersion) implements Serializable {}

    @Id
    UUID challengeId;

    @Id
    int scoringVersion;

    String blob;
}
