package org.voorwerp.server.leaderboard.standing;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.voorwerp.server.submission.BoardScore;

/// Weighted means of ranks. By each metric the ranked teams have ranks from 1, equal scores the mean of theirs, and a
/// team without a score comes after all that have one. Who has no rank of its own (baselines, late submissions) gets
/// the one it would have.
final class MeanRanks {

    private final RankBy.MeanRank rule;
    private final List<double[]> sorted;

    MeanRanks(RankBy.MeanRank rule, Collection<Standing> standings) {
        this.rule = rule;
        this.sorted =
                rule.metrics().stream().map(metric -> sorted(metric, standings)).toList();
    }

    /// The mean rank with these scores; the lower the better.
    double of(Standing standing) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < sorted.size(); i++) {
            var metric = rule.metrics().get(i);
            double key = key(metric, standing.scores());
            sum += metric.weightOrZero() * rank(sorted.get(i), key, standing.isRanked());
            weights += metric.weightOrZero();
        }
        return sum / weights;
    }

    private static double[] sorted(BoardMetric metric, Collection<Standing> standings) {
        var keys = standings.stream()
                .filter(Standing::isRanked)
                .mapToDouble(standing -> key(metric, standing.scores()))
                .toArray();
        Arrays.sort(keys);
        return keys;
    }

    private static double key(BoardMetric metric, Map<String, BoardScore> scores) {
        return RankBy.keyOf(metric, scores).orElse(Double.NEGATIVE_INFINITY);
    }

    private static double rank(double[] keys, double key, boolean isAmongThem) {
        int from = firstAtLeast(keys, key);
        int to = firstAtLeast(keys, Math.nextUp(key));
        int better = keys.length - to;
        int equal = to - from + (isAmongThem ? 0 : 1);
        return better + (equal + 1) / 2.0;
    }

    private static int firstAtLeast(double[] keys, double key) {
        int low = 0;
        int high = keys.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
