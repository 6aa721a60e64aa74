package org.voorwerp.server.challenge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A period in which a challenge takes submissions: from `startsAt`, inclusive, to `endsAt`, exclusive.
@Entity
public class Phase extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID challengeId;
    public int position;
    public String name;
    public Instant startsAt;

    /// Null for a phase without end.
    public @Nullable Instant endsAt;

    /// How many submissions a team may make on a day (UTC).
    public int perDay;

    /// How many in all; null for no such limit.
    public @Nullable Integer total;

    public boolean isOpenAt(Instant time) {
        return !time.isBefore(startsAt) && (endsAt == null || time.isBefore(endsAt));
    }
}
