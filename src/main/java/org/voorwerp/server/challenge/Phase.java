package org.voorwerp.server.challenge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;

/// A period in which a challenge takes submissions: from `startsAt`, inclusive, to `endsAt`, exclusive.
@Entity
public class Phase extends PanacheEntityBase {

    /// How many submissions a team chooses for the private board, unless the pack says otherwise.
    public static final int FINALS = 2;

    /// How many files a person may send on a day, unless the quota is larger.
    public static final int ATTEMPTS = 200;

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

    /// How many may wait to be scored at once; null for no such limit.
    public @Nullable Integer atOnce;

    /// How many files a person may send on a day (UTC), right or wrong.
    public int attempts = ATTEMPTS;

    /// The part of the truth behind its board: `public` or `private`.
    public String part = Part.PUBLIC.word();

    /// What participants see of that board until the end: a [BoardShown]'s word.
    public String board = BoardShown.FULL.word();

    /// Whether the board of the private part opens at the end.
    public boolean privateBoard;

    /// Whether submissions of the phase before stand on this one's boards too.
    public boolean carryOver;

    /// Until when submissions are taken after the end, marked as late; null for none.
    public @Nullable Instant lateUntil;

    /// How many submissions a team chooses for the private board.
    public int finals = FINALS;

    public boolean isOpenAt(Instant time) {
        return !time.isBefore(startsAt) && !isOverAt(time);
    }

    public boolean isOverAt(Instant time) {
        return endsAt != null && !time.isBefore(endsAt);
    }

    /// Whether it takes submissions, though it is over.
    public boolean isOpenLateAt(Instant time) {
        return isOverAt(time) && lateUntil != null && time.isBefore(lateUntil);
    }

    /// Whether everybody sees what submissions to this phase are worth on the private part: since the end of a phase
    /// that shows its private board and on whose boards they stand, be it this one or one that carries on from it.
    ///
    /// @param phases of the challenge in their order
    public boolean isPrivatelyToldAt(Instant time, List<Phase> phases) {
        boolean standsThere = false;
        for (var phase : phases) {
            standsThere = phase.id.equals(id) || standsThere && phase.carryOver;
            if (standsThere && phase.isOverAt(time) && (phase.privateBoard || phase.part() == Part.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    public Part part() {
        return part.equals(Part.PRIVATE.word()) ? Part.PRIVATE : Part.PUBLIC;
    }

    public BoardShown board() {
        return BoardShown.of(board);
    }
}
