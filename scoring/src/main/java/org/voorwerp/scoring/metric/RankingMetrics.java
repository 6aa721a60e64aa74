package org.voorwerp.scoring.metric;

import java.util.List;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.UndefinedScoreException;

/// Metrics of the order that predicted numbers bring the subjects into, the highest first. Several columns are
/// several orders, which count alike. For ROC-AUC see [RocAuc].
public final class RankingMetrics {

    private RankingMetrics() {}

    /// The area under precision over recall as a step function: Σ (R_n − R_{n−1}) P_n over the distinct
    /// predicted numbers from the highest, with the precision P_n and the recall R_n of all that is predicted
    /// at least so high (scikit-learn's `average_precision_score`). Subjects above the threshold in the truth
    /// are positive. Up to 1; guessing gives the share of positives, as does a constant. Undefined without a
    /// positive; 1 without a negative.
    ///
    /// Interval: logit scale (K. Boyd, K. Eng and C. Page, ECML 2013) with the jackknife's standard error.
    public static final class AveragePrecision extends ColumnMetric {
        @Override
        public String name() {
            return "average-precision";
        }

        @Override
        List<Parameter> ownParameters() {
            return List.of(Positives.THRESHOLD);
        }

        @Override
        Estimate estimate(Column column, Parameters parameters) {
            var positives = Positives.of(column, parameters);
            requireAny(column, parameters, positives.weight());
            return PrecisionRecall.area(Order.of(column.prediction()), positives, column.weights());
        }

        @Override
        Score unweighted(Column column, Parameters parameters) {
            var ranks = Positives.ranks(column, parameters);
            requireAny(column, parameters, ranks.positives());
            return ranks.averagePrecision();
        }

        private static void requireAny(Column column, Parameters parameters, double positives) {
            if (positives == 0) {
                throw new UndefinedScoreException("average-precision needs a positive subject; in " + column.name()
                        + " none is above " + parameters.decimal("threshold"));
            }
        }

        @Override
        Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            double fewest = columns.stream()
                    .mapToDouble(column -> Positives.of(column, parameters).effectiveSize())
                    .min()
                    .orElseThrow();
            return Intervals.between(
                    0, 1, estimate.value(), estimate.standardError(), fewest, "jackknife on the logit scale");
        }
    }

    /// The discounted gain of the first `k` subjects over the greatest possible: with the gain t of a subject its
    /// truth, Σ t / log2(place + 1) over the places 1 to k, divided by the same for the best order; from 0 to 1
    /// (K. Järvelin and J. Kekäläinen, ACM Transactions on Information Systems 20, 2002). Equally predicted
    /// subjects share their places (F. McSherry and M. Najork, ECIR 2008), so a constant prediction gets what a
    /// random order gets on average; scikit-learn's `ndcg_score` does the same.
    ///
    /// With weights a subject takes so many places, the mean of those with weight being one.
    ///
    /// Undefined where a gain is negative, or none is positive. Interval: logit scale with the standard error of a
    /// bootstrap, on the side to which its draws are skewed Hall's, which is longer, while the first `k` places of
    /// both orders, the predicted and the best, of all columns together hold at most 10,000 subjects: over all
    /// places of one column 5,000 subjects. Above that, with the standard error of the jackknife. Two submissions
    /// are compared by the same draws of both.
    public static final class Ndcg extends ColumnMetric {
        @Override
        public String name() {
            return "ndcg";
        }

        @Override
        List<Parameter> ownParameters() {
            return List.of(new Parameter.Whole(
                    "k", "how many of the first places count; 0 for all of them", 0, 0, Integer.MAX_VALUE));
        }

        @Override
        Estimate estimate(Column column, Parameters parameters) {
            return ranked(column, parameters).estimate();
        }

        /// The first places vary more than single subjects show, so samples are drawn.
        @Override
        Estimate estimate(List<Column> columns, Parameters parameters) {
            var ratios =
                    columns.stream().map(column -> ranked(column, parameters)).toList();
            var estimate =
                    Estimate.average(ratios.stream().map(GainRatio::estimate).toList());
            var draws = GainRatio.draws(ratios);
            return draws == null ? estimate : estimate.drawn(draws);
        }

        private static GainRatio ranked(Column column, Parameters parameters) {
            check(column);
            return GainRatio.of(column.prediction(), column.truth(), column.weights(), places(parameters));
        }

        private static void check(Column column) {
            boolean anyGain = false;
            for (int i = 0; i < column.truth().length; i++) {
                if (column.truth()[i] < 0) {
                    throw new UndefinedScoreException(
                            "ndcg needs gains, which are not negative; " + column.name() + " has some below zero");
                }
                anyGain |= column.truth()[i] > 0 && column.weights().of(i) > 0;
            }
            if (!anyGain) {
                throw new UndefinedScoreException("ndcg needs a gain above zero; " + column.name() + " has none");
            }
        }

        @Override
        Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            var draws = estimate.draws();
            return draws == null
                    ? Intervals.between(
                            0,
                            1,
                            estimate.value(),
                            estimate.standardError(),
                            estimate.weights().effectiveSize(),
                            "jackknife on the logit scale")
                    : Intervals.drawn(
                            estimate.value(), draws, estimate.weights().effectiveSize());
        }

        private static int places(Parameters parameters) {
            return parameters.whole("k") == 0 ? Integer.MAX_VALUE : parameters.whole("k");
        }
    }

    /// Of the pairs of subjects with different truth, the share whose predictions are in the same order, equal
    /// predictions counting half (F. Harrell and others, Journal of the American Medical Association 247, 1982,
    /// the c-index without censoring): from 0 to 1, 0.5 for a constant or a guess. Where the truth has two values
    /// only it is the area under the ROC curve; it is (1 + D) / 2 of Somers' D. In n log n steps. Undefined where
    /// the truth of a column is constant.
    ///
    /// Interval: logit scale with the jackknife's standard error (M. Pencina and R. D'Agostino, Statistics in
    /// Medicine 23, 2004, have the same to first order).
    public static final class Concordance extends ColumnMetric {
        @Override
        public String name() {
            return "concordance";
        }

        @Override
        Estimate estimate(Column column, Parameters parameters) {
            if (Correlations.isConstant(column.truth(), column.weights())) {
                throw new UndefinedScoreException(
                        "concordance needs a truth that varies; " + column.name() + " is constant");
            }
            var estimate =
                    KendallPairs.concordance(Order.of(column.prediction()), Order.of(column.truth()), column.weights());
            return estimate.mapped(Math.clamp(estimate.value(), 0.0, 1.0), 1);
        }

        @Override
        Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            return Intervals.between(
                    0,
                    1,
                    estimate.value(),
                    estimate.standardError(),
                    estimate.weights().effectiveSize(),
                    "jackknife on the logit scale");
        }
    }
}
