package org.voorwerp.server.leaderboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.BoardShown;
import org.voorwerp.server.challenge.Phase;

/// What is shown of a board at a time: a function of the phase and the clock alone, so that a board opens in the same
/// instant on every server and nobody has to open it.
public final class BoardAccess {

    private BoardAccess() {}

    /// What those who are not its organisers see of a board.
    public static BoardShown at(Instant now, Phase phase, Part part) {
        if (now.isBefore(phase.startsAt)) {
            return BoardShown.HIDDEN;
        }
        if (part == phase.part()) {
            return phase.isOverAt(now) ? BoardShown.FULL : phase.board();
        }
        return part == Part.PRIVATE && phase.privateBoard && phase.isOverAt(now) ? BoardShown.FULL : BoardShown.HIDDEN;
    }

    /// When everybody sees all of a board; null if never.
    public static @Nullable Instant opensAt(Phase phase, Part part) {
        if (part == phase.part()) {
            return phase.board() == BoardShown.FULL ? phase.startsAt : phase.endsAt;
        }
        return part == Part.PRIVATE && phase.privateBoard ? phase.endsAt : null;
    }

    /// The phase that people mean who name none: of those open the first listed, else the one that ended last, else the
    /// first to come.
    public static Phase current(List<Phase> phases, Instant now) {
        Optional<Phase> open = phases.stream().filter(p -> p.isOpenAt(now)).findFirst();
        return open.or(() -> phases.stream().filter(p -> p.isOverAt(now)).max(Comparator.comparing(p -> p.endsAt)))
                .or(() -> phases.stream().min(Comparator.comparing(p -> p.startsAt)))
                .orElseThrow(() -> new IllegalStateException("a challenge has a phase"));
    }

    /// The part that people mean who name none: that of the phase's board, and once it is open the private one.
    public static Part current(Phase phase, Instant now) {
        return at(now, phase, Part.PRIVATE) == BoardShown.FULL ? Part.PRIVATE : phase.part();
    }
}
