package org.voorwerp.scoring.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Moments;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.Weights;

/// Metrics of how far predicted numbers p are from true numbers t. Unless said otherwise they go from 0, lower
/// is better, they are always defined, and several columns count alike.
public final class ErrorMetrics {

    private ErrorMetrics() {}

    /// The mean of (p − t)².
    public static final class MeanSquaredError extends MeanLoss {
        @Override
        public String name() {
            return "mse";
        }

        @Override
        double[] losses(Column column, int start, int end, Parameters parameters) {
            return squares(column, start, end);
        }
    }

    /// The root of the mean of (p − t)². With several columns, `average` says which mean: `uniform`, the mean
    /// of the columns' roots, as scikit-learn's; or `all-cells`, one root over the cells of all columns, as the
    /// Galaxy Zoo challenge of 2013 had it. For one column they are the same.
    public static final class RootMeanSquaredError extends Loss {
        @Override
        public String name() {
            return "rmse";
        }

        @Override
        List<Parameter> ownParameters() {
            return List.of(new Parameter.Choice(
                    "average",
                    "with several columns: uniform, the mean of the columns' roots, or all-cells, one root over all",
                    "uniform",
                    List.of("uniform", "all-cells")));
        }

        @Override
        Estimate estimate(Column column, Parameters parameters) {
            return root(meanSquare(column));
        }

        @Override
        @Nullable
        Score unweighted(Column column, Parameters parameters) {
            return ofRoot(Moments.of((start, end) -> squares(column, start, end), column.weights()));
        }

        /// Wide tables are read from memory once, which all processors together do quicker.
        @Override
        @Nullable
        Score unweighted(List<Column> columns, Parameters parameters) {
            return isOneRoot(columns, parameters)
                    ? ofRoot(Moments.of(
                            (start, end) -> meanSquares(columns, start, end),
                            columns.getFirst().weights()))
                    : null;
        }

        @Override
        Estimate estimate(List<Column> columns, Parameters parameters) {
            return isOneRoot(columns, parameters)
                    ? root(meanSquareOfAll(columns))
                    : super.estimate(columns, parameters);
        }

        @Override
        @Nullable
        Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            if (!isOneRoot(columns, parameters)) {
                return Intervals.above(0, estimate.value(), estimate.standardError(), "delta method, logarithmic");
            }
            return ofRoot(squared(estimate));
        }

        private static boolean isOneRoot(List<Column> columns, Parameters parameters) {
            return columns.size() == 1 || parameters.choice("average").equals("all-cells");
        }

        private static Estimate meanSquareOfAll(List<Column> columns) {
            var first = columns.getFirst();
            return Estimate.ofMean(meanSquares(columns, 0, first.truth().length), first.weights());
        }

        /// The mean of the columns' squares for the subjects from `start` to before `end`.
        private static double[] meanSquares(List<Column> columns, int start, int end) {
            var means = new double[end - start];
            for (var column : columns) {
                double[] truth = column.truth();
                double[] prediction = column.prediction();
                for (int i = 0; i < means.length; i++) {
                    double error = prediction[start + i] - truth[start + i];
                    means[i] += error * error;
                }
            }
            for (int i = 0; i < means.length; i++) {
                means[i] /= columns.size();
            }
            return means;
        }
    }

    /// The mean of |p − t|.
    public static final class MeanAbsoluteError extends MeanLoss {
        @Override
        public String name() {
            return "mae";
        }

        @Override
        double[] losses(Column column, int start, int end, Parameters parameters) {
            var losses = new double[end - start];
            for (int i = 0; i < losses.length; i++) {
                losses[i] = Math.abs(column.prediction()[start + i] - column.truth()[start + i]);
            }
            return losses;
        }
    }

    /// The median of |p − t|: half of the weight lies at or below it, half at or above; the middle of the two
    /// where the weight falls apart in equal halves (scikit-learn took the lower with weights until 1.6).
    /// Interval: for one column from the order of the errors (R. Woodruff, Journal of the American Statistical
    /// Association 47, 1952), for several from the spread that gives each.
    public static final class MedianAbsoluteError extends Loss {
        @Override
        public String name() {
            return "median-absolute-error";
        }

        @Override
        Estimate estimate(Column column, Parameters parameters) {
            var errors = absolute(column);
            var quantiles = new Quantiles(errors, column.weights());
            double median = quantiles.at(0.5);
            // The slope of the quantile function at the median, taken over the width of the interval.
            double half = halfWidth(column.weights());
            double slope = (quantiles.at(Math.min(1, 0.5 + half)) - quantiles.at(Math.max(0, 0.5 - half)))
                    / (Math.min(1, 0.5 + half) - Math.max(0, 0.5 - half));
            var sides = new double[errors.length];
            for (int i = 0; i < sides.length; i++) {
                sides[i] = Math.signum(errors[i] - median) / 2;
            }
            return Estimate.mean(sides, column.weights()).mapped(median, slope);
        }

        @Override
        @Nullable
        Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            if (columns.size() > 1) {
                return Intervals.above(0, estimate.value(), estimate.standardError(), "delta method, logarithmic");
            }
            var weights = estimate.weights();
            return interval(new Quantiles(absolute(columns.getFirst()), weights), weights);
        }

        /// Sorts once, for the score and the ends of its interval.
        @Override
        @Nullable
        Score unweighted(Column column, Parameters parameters) {
            var quantiles = new Quantiles(absolute(column), column.weights());
            double median = quantiles.at(0.5);
            return Double.isFinite(median) ? new Score(median, interval(quantiles, column.weights())) : null;
        }

        private static @Nullable Interval interval(Quantiles quantiles, Weights weights) {
            if (weights.effectiveSize() <= 1) {
                return null;
            }
            double half = halfWidth(weights);
            return new Interval(
                    quantiles.at(Math.max(0, 0.5 - half)),
                    quantiles.at(Math.min(1, 0.5 + half)),
                    "order of the errors");
        }

        private static double halfWidth(Weights weights) {
            return Intervals.Z * 0.5 / Math.sqrt(weights.effectiveSize());
        }
    }

    /// The root of the mean of (ln(1 + p) − ln(1 + t))², scikit-learn's `mean_squared_log_error` under a root:
    /// being off by a factor counts alike for few and for many, so it is for counts. Undefined where a truth is
    /// below 0; a prediction of −1 or less is the participant's to mend. (scikit-learn refuses all below 0;
    /// between −1 and 0 the formula holds.) Several columns: the mean of their roots.
    public static final class RootMeanSquaredLogError extends Loss {
        @Override
        public String name() {
            return "rmsle";
        }

        @Override
        Estimate estimate(Column column, Parameters parameters) {
            return root(meanSquare(logarithmic(column)));
        }

        @Override
        @Nullable
        Score unweighted(Column column, Parameters parameters) {
            check(column);
            return ofRoot(Moments.of((start, end) -> squares(logarithmic(column, start, end)), column.weights()));
        }

        @Override
        @Nullable
        Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            return columns.size() == 1
                    ? ofRoot(squared(estimate))
                    : Intervals.above(0, estimate.value(), estimate.standardError(), "delta method, logarithmic");
        }

        private static void check(Column column) {
            for (int i = 0; i < column.truth().length; i++) {
                if (column.truth()[i] < 0) {
                    throw new UndefinedScoreException(
                            "rmsle needs a truth of at least 0; " + column.name() + " has some below");
                }
                if (column.prediction()[i] <= -1) {
                    throw new ParticipantVisibleException("rmsle takes the logarithm of 1 + the prediction, and in "
                            + column.name() + " some are -1 or less: write numbers above -1");
                }
            }
        }

        private static Column logarithmic(Column column) {
            check(column);
            return logarithmic(column, 0, column.truth().length);
        }

        /// For the subjects from `start` to before `end`.
        private static Column logarithmic(Column column, int start, int end) {
            var truth = new double[end - start];
            var prediction = new double[truth.length];
            for (int i = 0; i < truth.length; i++) {
                truth[i] = StrictMath.log1p(column.truth()[start + i]);
                prediction[i] = StrictMath.log1p(column.prediction()[start + i]);
            }
            return new Column(column.name(), truth, prediction, column.weights());
        }
    }

    /// The mean of q (t − p) where the prediction is too low and (1 − q) (p − t) where it is too high: least where
    /// p is the quantile q of what the truth may be (R. Koenker and G. Bassett, Econometrica 46, 1978;
    /// scikit-learn's `mean_pinball_loss`). For the default, q = 0.5, it is half of the mean absolute error.
    public static final class QuantileLoss extends MeanLoss {
        @Override
        public String name() {
            return "quantile-loss";
        }

        @Override
        List<Parameter> ownParameters() {
            return List.of(new Parameter.Decimal(
                    "quantile", "which quantile is predicted: the truth is below it so often", 0.5, 0, 1));
        }

        @Override
        double[] losses(Column column, int start, int end, Parameters parameters) {
            double q = parameters.decimal("quantile");
            var losses = new double[end - start];
            for (int i = 0; i < losses.length; i++) {
                double missing = column.truth()[start + i] - column.prediction()[start + i];
                losses[i] = missing > 0 ? q * missing : (q - 1) * missing;
            }
            return losses;
        }
    }

    /// The share of the truth's variance that is predicted, 1 − Σ (p − t)² / Σ (t − t̄)², at most 1; the mean
    /// as a prediction gives 0, worse ones less. Undefined where the truth of a column is constant.
    public static final class RSquared extends ColumnMetric {
        @Override
        public String name() {
            return "r2";
        }

        @Override
        public Range range() {
            return new Range(Double.NEGATIVE_INFINITY, 1);
        }

        @Override
        Estimate estimate(Column column, Parameters parameters) {
            double[] truth = column.truth();
            if (Correlations.isConstant(truth, column.weights())) {
                throw new UndefinedScoreException("r2 needs a truth that varies; " + column.name() + " is constant");
            }
            double mean = column.weights().mean(truth);
            var spread = new double[truth.length];
            for (int i = 0; i < spread.length; i++) {
                spread[i] = (truth[i] - mean) * (truth[i] - mean);
            }
            double variance = column.weights().mean(spread);
            var squares = squares(column);
            double lost = column.weights().mean(squares) / variance;
            var influence = new double[truth.length];
            for (int i = 0; i < influence.length; i++) {
                influence[i] = (lost * spread[i] - squares[i]) / variance;
            }
            return new Estimate(1 - lost, influence, column.weights());
        }

        @Override
        @Nullable
        Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            var lost = Intervals.above(
                    0, 1 - estimate.value(), estimate.standardError(), "delta method, logarithm of 1 − r2");
            return lost == null ? null : new Interval(1 - lost.high(), 1 - lost.low(), lost.method());
        }
    }

    private abstract static class Loss extends ColumnMetric {
        @Override
        public final Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public final Range range() {
            return Range.LOSS;
        }
    }

    /// A mean of one loss a subject.
    private abstract static class MeanLoss extends Loss {

        /// Of the subjects from `start` to before `end`.
        abstract double[] losses(Column column, int start, int end, Parameters parameters);

        @Override
        final Estimate estimate(Column column, Parameters parameters) {
            return Estimate.ofMean(losses(column, 0, column.truth().length, parameters), column.weights());
        }

        @Override
        final @Nullable Score unweighted(Column column, Parameters parameters) {
            var moments = Moments.of((start, end) -> losses(column, start, end, parameters), column.weights());
            return Double.isFinite(moments.mean())
                    ? new Score(moments.mean(), Intervals.mean(moments.mean(), moments.spread(), 0, Double.MAX_VALUE))
                    : null;
        }

        @Override
        final @Nullable Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            return Intervals.mean(estimate, 0, Double.MAX_VALUE);
        }
    }

    static Estimate root(Estimate square) {
        double root = Math.sqrt(square.value());
        return square.mapped(root, root > 0 ? 1 / (2 * root) : 0);
    }

    /// The mean square again, whose root an estimate is.
    private static Estimate squared(Estimate root) {
        return root.mapped(root.value() * root.value(), 2 * root.value());
    }

    /// The interval of the root of a mean square: the roots of its ends.
    static @Nullable Interval ofRoot(Estimate square) {
        return roots(Intervals.mean(square, 0, Double.MAX_VALUE));
    }

    /// The root of a mean square; null if that is not finite.
    private static @Nullable Score ofRoot(Moments square) {
        return Double.isFinite(square.mean())
                ? new Score(
                        Math.sqrt(square.mean()),
                        roots(Intervals.mean(square.mean(), square.spread(), 0, Double.MAX_VALUE)))
                : null;
    }

    private static @Nullable Interval roots(@Nullable Interval squared) {
        return squared == null
                ? null
                : new Interval(Math.sqrt(squared.low()), Math.sqrt(squared.high()), squared.method());
    }

    private static Estimate meanSquare(ColumnMetric.Column column) {
        return Estimate.ofMean(squares(column), column.weights());
    }

    private static double[] squares(ColumnMetric.Column column) {
        return squares(column, 0, column.truth().length);
    }

    /// Of the subjects from `start` to before `end`.
    private static double[] squares(ColumnMetric.Column column, int start, int end) {
        var squares = new double[end - start];
        for (int i = 0; i < squares.length; i++) {
            double error = column.prediction()[start + i] - column.truth()[start + i];
            squares[i] = error * error;
        }
        return squares;
    }

    private static double[] absolute(ColumnMetric.Column column) {
        var errors = new double[column.truth().length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.abs(column.prediction()[i] - column.truth()[i]);
        }
        return errors;
    }
}
