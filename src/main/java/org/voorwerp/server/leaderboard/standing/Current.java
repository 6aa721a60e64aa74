package org.voorwerp.server.leaderboard.standing;

import java.util.List;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;

/// A challenge and its boards, as they are now.
///
/// @param challenge not to be changed
/// @param phases in their order
/// @param version whose scores the boards show
public record Current(Challenge challenge, List<Phase> phases, int version, BoardsOf boards) {

    Current with(BoardsOf changed) {
        return new Current(challenge, phases, version, changed);
    }
}
