package org.voorwerp.server.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A phase, its times in UTC.
///
/// @param ends null for a phase without end
/// @param open whether it takes submissions now
/// @param perDay how many submissions a team may make on a day (UTC)
/// @param total how many in all; null for no such limit
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhaseView(
        String name,
        Instant starts,
        @Nullable Instant ends,
        boolean open,
        int perDay,
        @Nullable Integer total) {

    static PhaseView of(Phase phase, Instant now) {
        return new PhaseView(phase.name, phase.startsAt, phase.endsAt, phase.isOpenAt(now), phase.perDay, phase.total);
    }
}
