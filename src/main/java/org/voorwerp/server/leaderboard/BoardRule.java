package org.voorwerp.server.leaderboard;

import java.util.List;

/// What of the scores a board lets out. For now all of it; rounding and the Ladder have their place here.
final class BoardRule {

    private BoardRule() {}

    /// The entries with their scores as they are shown.
    ///
    /// @param entries all scored submissions of the teams in question, withdrawn ones too, in the order of
    ///     acceptance: whatever a rule remembers of a team, it learns in this order and never in that of scoring
    static List<Entry> shown(List<Entry> entries) {
        return entries;
    }
}
