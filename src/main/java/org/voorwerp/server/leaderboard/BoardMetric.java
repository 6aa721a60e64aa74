package org.voorwerp.server.leaderboard;

import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Direction;

/// A column of a board.
///
/// @param key names it in rows
/// @param title what it is called
/// @param direction which way is better: `higher` or `lower`
/// @param primary whether it decides the rank
public record BoardMetric(String key, String title, String direction, boolean primary) {

    static BoardMetric of(ConfiguredMetric<?> metric) {
        return new BoardMetric(
                metric.key(), metric.title(), metric.metric().direction().word(), metric.primary());
    }

    /// The direction, for comparing.
    public Direction better() {
        return direction.equals(Direction.HIGHER_IS_BETTER.word())
                ? Direction.HIGHER_IS_BETTER
                : Direction.LOWER_IS_BETTER;
    }
}
