package org.voorwerp.scoring.comparison;

import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.UndefinedScoreException;

/// How far the score of one submission is from that of another on the same subjects. Both meet the same easy and
/// the same hard subjects, so this is known much better than two intervals side by side suggest.
///
/// Each subject moves the difference by the difference of its influences on the two scores, whatever the metric;
/// for ROC-AUC that is the test of E. DeLong, D. DeLong and D. Clarke-Pearson (Biometrics 44, 1988), for a mean
/// the paired t-test, with P. Hall's correction for skewness (Journal of the Royal Statistical Society B 54,
/// 1992), without which few large losses are taken too seriously. Where every subject is a point for one, for the
/// other or for neither, as for accuracy, it is [McNemar]'s. Only where a metric draws samples, as NDCG and lift
/// do, they are compared, the same ones of both.
///
/// @param value score of the first less score of the second
/// @param interval 95 % around `value`; null where a single subject, or group, has all the weight
/// @param p the probability of a difference at least so far from 0, either way, if there were none
/// @param method how interval and p were made
public record PairedDifference(double value, @Nullable Interval interval, double p, String method) {

    /// Compares two submissions on some subjects.
    ///
    /// @param rows the subjects, by position in `truth`
    /// @param groups the group of each of `rows`, from 0, where the subjects of a group depend on each other;
    ///     else null
    /// @return null if the metric does not say how subjects move it ([Estimate])
    /// @throws ParticipantVisibleException as [ConfiguredMetric#score]
    /// @throws UndefinedScoreException as [ConfiguredMetric#score]
    public static @Nullable PairedDifference of(
            ConfiguredMetric<?> metric,
            TaskKind kind,
            Truth truth,
            Predictions first,
            Predictions second,
            int[] rows,
            int @Nullable [] groups) {
        var a = metric.estimate(kind, truth, first, rows, null);
        var b = metric.estimate(kind, truth, second, rows, null);
        if (a == null || b == null) {
            return null;
        }
        return groups == null ? of(a, b) : of(a.byGroup(groups), b.byGroup(groups));
    }

    /// Compares two scores of the same metric on the same subjects.
    public static PairedDifference of(Estimate first, Estimate second) {
        var points = McNemar.of(first, second);
        if (points != null) {
            return new PairedDifference(points.difference(), points.interval(), points.p(), McNemar.METHOD);
        }
        var difference = first.minus(second);
        var interval = Intervals.mean(difference, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return new PairedDifference(
                difference.value(), interval, Intervals.pOfZero(difference), "paired influences and their skewness");
    }
}
