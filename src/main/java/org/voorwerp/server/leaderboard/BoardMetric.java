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
        var direction = switch (metric.metric().direction()) {
            case HIGHER_IS_BETTER -> "higher";
            case LOWER_IS_BETTER -> "lower";
        };
        return new BoardMetric(metric.key(), metric.title(), direction, metric.primary());
    }

    /// The direction, for comparing.
    public Direction better() {
        return direction.equals("higher") ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
    }
}
