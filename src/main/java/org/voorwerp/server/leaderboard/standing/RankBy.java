package org.voorwerp.server.leaderboard.standing;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.voorwerp.scoring.Direction;
import org.voorwerp.server.submission.BoardScore;

/// What ranks teams.
public sealed interface RankBy {

    /// As challenge.yaml calls it.
    String word();

    /// How good a team's submission is, by which the team's best one is told: larger is better. Empty where a score is
    /// missing: such a submission stands on no board.
    OptionalDouble key(Map<String, BoardScore> scores);

    /// The primary metric alone.
    record Primary(BoardMetric metric) implements RankBy {

        @Override
        public String word() {
            return "primary";
        }

        @Override
        public OptionalDouble key(Map<String, BoardScore> scores) {
            return keyOf(metric, scores);
        }
    }

    /// The weighted sum of scores, each put on its metric's scale: 0 at the first end, 1 at the second, in proportion
    /// between them and not beyond. It depends on nobody else's scores.
    record WeightedSum(List<BoardMetric> metrics) implements RankBy {

        @Override
        public String word() {
            return "weighted-sum";
        }

        @Override
        public OptionalDouble key(Map<String, BoardScore> scores) {
            double sum = 0;
            for (var metric : metrics) {
                var score = scores.get(metric.key());
                if (score == null) {
                    return OptionalDouble.empty();
                }
                sum += metric.weightOrZero() * metric.onScale(score.value());
            }
            return OptionalDouble.of(sum);
        }
    }

    /// The weighted mean of a team's ranks by each metric, which [MeanRanks] works out. Of a team's own submissions the
    /// one with the best primary score stands for it.
    record MeanRank(BoardMetric primary, List<BoardMetric> metrics) implements RankBy {

        @Override
        public String word() {
            return "mean-rank";
        }

        @Override
        public OptionalDouble key(Map<String, BoardScore> scores) {
            return keyOf(primary, scores);
        }
    }

    /// What is ranked by, of `metrics` with the primary one first.
    ///
    /// @param word as challenge.yaml has it
    static RankBy of(String word, List<BoardMetric> metrics) {
        var weighted = metrics.stream().filter(m -> m.weight() != null).toList();
        return switch (word) {
            case "primary" -> new Primary(metrics.getFirst());
            case "weighted-sum" -> new WeightedSum(weighted);
            case "mean-rank" -> new MeanRank(metrics.getFirst(), weighted);
            default -> throw new IllegalArgumentException("nothing is ranked by " + word);
        };
    }

    /// How good a score is: larger is better, and the two zeros are alike. Empty where there is none.
    static OptionalDouble keyOf(BoardMetric metric, Map<String, BoardScore> scores) {
        var score = scores.get(metric.key());
        if (score == null) {
            return OptionalDouble.empty();
        }
        double value = metric.better() == Direction.HIGHER_IS_BETTER ? score.value() : -score.value();
        return OptionalDouble.of(value + 0.0);
    }
}
