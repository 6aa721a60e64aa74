package org.voorwerp.server.metric.program;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/// Which blob holds a program of a challenge.
@Entity
@Table(name = "metric_program")
@IdClass(ProgramRecord.Key.class)
class ProgramRecord extends PanacheEntityBase {

    /// Which program of which challenge.
    record Key(UUID challengeId, String folder) implements Serializable {}

    @Id
    UUID challengeId;

    @Id
    String folder;

    String blob;
}
