package org.voorwerp.server.leaderboard.standing;

import java.util.List;

/// What of the public scores a board lets out. For now all of it; rounding and the Ladder have their place here.
final class BoardRule {

    private BoardRule() {}

    /// The entries with their public scores as they are shown.
    ///
    /// @param entries all submissions of one team in the order of acceptance, whatever became of them: what a rule
    ///     remembers of a team, it learns in this order and never in that of scoring. A rule that depends on
    ///     earlier ones has to stop at the first that is still unscored
    static List<Entry> shown(List<Entry> entries) {
        return entries;
    }
}
