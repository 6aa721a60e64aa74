package org.voorwerp.scoring.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.Weights;

/// Correlations of predicted with true numbers, from −1 to 1, 0 for guessing. Several columns count alike.
///
/// A prediction that is constant says nothing, so it gets 0 (SciPy gives NaN). Where the truth of a column is
/// constant they are undefined. A weight counts like so many equal subjects.
///
/// Interval: Fisher's z with the jackknife's standard error, which, unlike 1/√(n − 3), does not take the
/// numbers to be normal.
public final class Correlations {

    private Correlations() {}

    /// The product-moment correlation: covariance of p and t over the root of their variances (K. Pearson,
    /// Philosophical Transactions A 187, 1896).
    public static final class Pearson extends Correlation {
        @Override
        public String name() {
            return "pearson";
        }

        @Override
        Estimate correlation(Column column) {
            var x = Standardised.of(column.prediction(), column.weights());
            var y = Standardised.of(column.truth(), column.weights());
            return Standardised.correlation(x, y, column.weights());
        }

        @Override
        @Nullable
        Score unweighted(Column column, Parameters parameters) {
            if (isConstant(column.truth(), column.weights()) || isConstant(column.prediction(), column.weights())) {
                return null;
            }
            var moments = ProductMoments.of(column.prediction(), column.truth());
            if (moments == null) {
                return null;
            }
            double r = Math.clamp(moments.correlation(), -1.0, 1.0);
            return new Score(r, interval(r, moments.error(), column.truth().length));
        }
    }

    /// The product-moment correlation of ranks, equal numbers sharing the mean of their ranks (C. Spearman,
    /// American Journal of Psychology 15, 1904).
    public static final class Spearman extends Correlation {
        @Override
        public String name() {
            return "spearman";
        }

        @Override
        Estimate correlation(Column column) {
            var weights = column.weights();
            var byPrediction = Order.of(column.prediction());
            var byTruth = Order.of(column.truth());
            var x = Standardised.of(ranks(byPrediction, weights), weights);
            var y = Standardised.of(ranks(byTruth, weights), weights);
            var direct = Standardised.correlation(x, y, weights);
            // A subject also shifts the ranks of all above it.
            double[] xy = above(byPrediction, y.scores(), weights);
            double[] yx = above(byTruth, x.scores(), weights);
            double[] xx = above(byPrediction, x.scores(), weights);
            double[] yy = above(byTruth, y.scores(), weights);
            double r = direct.value();
            var influence = new double[xy.length];
            for (int i = 0; i < influence.length; i++) {
                double shift = xy[i] / x.deviation() + yx[i] / y.deviation();
                double spread = xx[i] / x.deviation() + yy[i] / y.deviation();
                influence[i] = direct.influence()[i] + shift - r * spread;
            }
            return new Estimate(r, influence, weights);
        }

        /// The weight below, and half of that beside, each subject, as shares of all.
        private static double[] ranks(Order order, Weights weights) {
            double sum = weights.sum();
            double below = 0;
            var ranks = new double[order.size()];
            for (int from = 0, end; from < ranks.length; from = end) {
                end = order.tieEnd(from);
                double beside = 0;
                for (int place = from; place < end; place++) {
                    beside += weights.of(order.positions()[place]);
                }
                for (int place = from; place < end; place++) {
                    ranks[order.positions()[place]] = (below + beside / 2) / sum;
                }
                below += beside;
            }
            return ranks;
        }

        /// For each subject the weighted sum of `scores` over those above it, and half of it over those beside
        /// it, as a share of all weight.
        private static double[] above(Order order, double[] scores, Weights weights) {
            double sum = weights.sum();
            double above = 0;
            for (int i = 0; i < scores.length; i++) {
                above += weights.of(i) * scores[i];
            }
            var result = new double[scores.length];
            for (int from = 0, end; from < scores.length; from = end) {
                end = order.tieEnd(from);
                double beside = 0;
                for (int place = from; place < end; place++) {
                    int i = order.positions()[place];
                    beside += weights.of(i) * scores[i];
                }
                above -= beside;
                for (int place = from; place < end; place++) {
                    result[order.positions()[place]] = (above + beside / 2) / sum;
                }
            }
            return result;
        }
    }

    /// Kendall's τ_b: pairs of subjects in the same order in p and t, less those in opposite order, over the
    /// root of the pairs that differ in p times those that differ in t (M. Kendall, Biometrika 33, 1945), in n
    /// log n steps.
    public static final class KendallTau extends Correlation {
        @Override
        public String name() {
            return "kendall-tau";
        }

        @Override
        Estimate correlation(Column column) {
            return KendallPairs.correlation(Order.of(column.prediction()), Order.of(column.truth()), column.weights());
        }
    }

    private abstract static class Correlation extends ColumnMetric {

        @Override
        public final Range range() {
            return new Range(-1, 1);
        }

        /// Of two columns that vary.
        abstract Estimate correlation(Column column);

        @Override
        final Estimate estimate(Column column, Parameters parameters) {
            if (isConstant(column.truth(), column.weights())) {
                throw new UndefinedScoreException(
                        name() + " needs a truth that varies; " + column.name() + " is constant");
            }
            if (isConstant(column.prediction(), column.weights())) {
                return new Estimate(0, new double[column.truth().length], column.weights());
            }
            var estimate = correlation(column);
            return estimate.mapped(Math.clamp(estimate.value(), -1.0, 1.0), 1);
        }

        @Override
        final Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            return interval(
                    estimate.value(),
                    estimate.standardError(),
                    estimate.weights().effectiveSize());
        }

        /// @param size how many subjects of equal weight know as much
        static Interval interval(double value, double error, double size) {
            return Intervals.between(-1, 1, value, error, size, "Fisher's z with jackknife");
        }
    }

    /// Whether all subjects that count have the same number.
    static boolean isConstant(double[] values, Weights weights) {
        double first = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            if (weights.of(i) > 0) {
                if (Double.isNaN(first)) {
                    first = values[i];
                } else if (values[i] != first) {
                    return false;
                }
            }
        }
        return true;
    }
}
