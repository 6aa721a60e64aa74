package org.voorwerp.server.leaderboard.standing;

import java.util.Locale;

/// By which rule a team's submission came to stand on a board.
public enum Picked {
    /// Of all its submissions this is the best one on this part.
    BEST,
    /// The team chose it.
    CHOSEN,
    /// The team chose none, so its best one on the public part and its latest were taken, and this is the better of
    /// them.
    AUTOMATIC;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
