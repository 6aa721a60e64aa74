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
/// @param atOnce how many may wait to be scored at once; null for no such limit
/// @param attempts how many files a person may send on a day, right or wrong
/// @param part the part of the truth behind its board: `public` or `private`
/// @param board what participants see of it until the end: `full`, `own` or `hidden`
/// @param privateBoard whether the board of the private part opens at the end
/// @param carryOver whether submissions of the phase before stand on its boards too
/// @param lateUntil until when submissions are taken after the end, marked as late
/// @param finals how many submissions a team chooses for the private board
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhaseView(
        String name,
        Instant starts,
        @Nullable Instant ends,
        boolean open,
        int perDay,
        @Nullable Integer total,
        @Nullable Integer atOnce,
        int attempts,
        String part,
        String board,
        boolean privateBoard,
        boolean carryOver,
        @Nullable Instant lateUntil,
        int finals) {

    public static PhaseView of(Phase phase, Instant now) {
        return new PhaseView(
                phase.name,
                phase.startsAt,
                phase.endsAt,
                phase.isOpenAt(now),
                phase.perDay,
                phase.total,
                phase.atOnce,
                phase.attempts,
                phase.part,
                phase.board,
                phase.privateBoard,
                phase.carryOver,
                phase.lateUntil,
                phase.finals);
    }
}
