package org.voorwerp.server.leaderboard.standing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Direction;
import org.voorwerp.server.challenge.Definition.MetricDefinition;

/// A column of a board.
///
/// @param key names it in rows
/// @param title what it is called
/// @param direction which way is better: `higher` or `lower`
/// @param primary whether it decides the rank, where one metric does
/// @param weight what it counts where several do; left out if it does not
/// @param scale the score that counts 0 and the one that counts 1; left out where scores are not added
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BoardMetric(
        String key,
        String title,
        String direction,
        boolean primary,
        @Nullable Double weight,
        @Nullable List<Double> scale) {

    static BoardMetric of(ConfiguredMetric<?> metric, MetricDefinition use) {
        return new BoardMetric(
                metric.key(),
                metric.title(),
                metric.metric().direction().word(),
                metric.primary(),
                use.rankWeight(),
                use.scale());
    }

    /// The direction, for comparing.
    public Direction better() {
        return direction.equals(Direction.HIGHER_IS_BETTER.word())
                ? Direction.HIGHER_IS_BETTER
                : Direction.LOWER_IS_BETTER;
    }

    @JsonIgnore
    double weightOrZero() {
        return weight == null ? 0 : weight;
    }

    /// Where a score lies on the scale, from 0 to 1.
    double onScale(double score) {
        if (scale == null) {
            throw new IllegalStateException("metric " + key + " has no scale");
        }
        double from = scale.getFirst();
        double to = scale.getLast();
        return Math.clamp((score - from) / (to - from), 0.0, 1.0);
    }
}
