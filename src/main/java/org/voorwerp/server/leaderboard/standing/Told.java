package org.voorwerp.server.leaderboard.standing;

/// What became of a submission's public scores when the board's rule was asked.
public enum Told {
    /// They are told, as the rule has them.
    YES,
    /// They are not: the Ladder found them no better than those that the team was told before.
    NOT_BETTER,
    /// Not yet: an earlier submission of the team has no result so far, and the Ladder goes by the order of acceptance.
    AWAITS_EARLIER
}
