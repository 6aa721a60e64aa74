package org.voorwerp.scoring.metric;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.DoubleBinaryOperator;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.SubjectwiseMetric;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.TextView;
import org.voorwerp.scoring.View.ValueView;
import org.voorwerp.scoring.Weights;
import org.voorwerp.scoring.diagnostic.CalibrationBins;
import org.voorwerp.scoring.diagnostic.CalibrationBins.Binning;
import org.voorwerp.scoring.diagnostic.Confusion;

/// What a score takes that has no interval: every metric written down plainly, for one column of subjects that count
/// alike, with the library's sorting and binning. [ScoresAloneTest] holds that they are the scores.
final class ScoresAlone {

    private ScoresAlone() {}

    /// @return gives the score
    static <V extends View> Callable<Double> of(Metric<V> metric, View view, Parameters parameters) {
        return switch (metric) {
            case ConfusionMetric of -> () -> of.value(ClassTotals.of(Confusion.of((LabelView) view)), parameters);
            case SubjectwiseMetric<V> of ->
                () -> Weights.of(view).mean(of.ofSubjects(of.view().cast(view), parameters));
            default ->
                switch (view) {
                    case LabelView labels -> () -> accuracy(labels);
                    case ProbabilityView probabilities -> ofProbabilities(metric.name(), probabilities, parameters);
                    case ValueView values -> ofValues(metric.name(), values, parameters);
                    // Of an edit distance's work the interval is a last pass over its numbers, too little to part.
                    case TextView _ ->
                        () -> Objects.requireNonNull(
                                        metric.estimate(metric.view().cast(view), parameters))
                                .value();
                    case Comparison whole -> throw new AssertionError(whole);
                };
        };
    }

    private static double accuracy(LabelView view) {
        int right = 0;
        for (int i = 0; i < view.size(); i++) {
            right += view.truth()[i] == view.prediction()[i] ? 1 : 0;
        }
        return (double) right / view.size();
    }

    private static Callable<Double> ofProbabilities(String metric, ProbabilityView view, Parameters parameters) {
        return switch (metric) {
            case "calibration-error" -> () -> calibrationError(view, parameters);
            case "rmse" -> () -> rmseOfFractions(view);
            case "roc-auc" ->
                () -> areaOfClasses(view, parameters.choice("multiclass").equals("one-vs-one"));
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private static double calibrationError(ProbabilityView view, Parameters parameters) {
        var binning = parameters.choice("binning").equals("equal-mass") ? Binning.EQUAL_MASS : Binning.EQUAL_WIDTH;
        double sum = 0;
        for (double gap : CalibrationBins.ofTopClass(view, parameters.whole("bins"), binning)
                .gaps()) {
            sum += Math.abs(gap);
        }
        return sum;
    }

    private static double rmseOfFractions(ProbabilityView view) {
        double sum = 0;
        for (int k = 0; k < view.classes().size(); k++) {
            double[] fractions = Objects.requireNonNull(view.fractions())[k];
            double[] probabilities = view.probabilities()[k];
            for (int i = 0; i < fractions.length; i++) {
                sum += (probabilities[i] - fractions[i]) * (probabilities[i] - fractions[i]);
            }
        }
        return Math.sqrt(sum / view.size() / view.classes().size());
    }

    /// Macro averages.
    private static double areaOfClasses(ProbabilityView view, boolean oneVersusOne) {
        int classes = view.classes().size();
        var counts = new double[classes];
        for (int k : view.truth()) {
            counts[k]++;
        }
        double value = 0;
        for (int a = 0; a < classes; a++) {
            var order = Order.of(view.probabilities()[a]);
            var wins = new double[classes];
            double above = counts[a];
            for (int from = 0, end; from < order.size(); from = end) {
                end = order.tieEnd(from);
                int tied = 0;
                for (int place = from; place < end; place++) {
                    tied += view.truth()[order.positions()[place]] == a ? 1 : 0;
                }
                for (int place = from; place < end; place++) {
                    wins[view.truth()[order.positions()[place]]] += above - tied / 2.0;
                }
                above -= tied;
            }
            for (int b = 0; b < classes; b++) {
                double share = oneVersusOne ? 1.0 / (classes - 1) : counts[b] / (view.size() - counts[a]);
                value += a == b ? 0 : share * wins[b] / counts[a] / counts[b] / classes;
            }
        }
        return value;
    }

    private static Callable<Double> ofValues(String metric, ValueView view, Parameters parameters) {
        double[] truth = view.truth()[0];
        double[] prediction = view.prediction()[0];
        return switch (metric) {
            case "mse" -> () -> mean(view, (t, p) -> (p - t) * (p - t));
            case "rmse" -> () -> Math.sqrt(mean(view, (t, p) -> (p - t) * (p - t)));
            case "mae" -> () -> mean(view, (t, p) -> Math.abs(p - t));
            case "rmsle" ->
                () -> Math.sqrt(mean(view, (t, p) -> {
                    double error = StrictMath.log1p(p) - StrictMath.log1p(t);
                    return error * error;
                }));
            case "median-absolute-error" ->
                () -> {
                    var errors = new double[truth.length];
                    for (int i = 0; i < errors.length; i++) {
                        errors[i] = Math.abs(prediction[i] - truth[i]);
                    }
                    return new Quantiles(errors, Weights.of(view)).at(0.5);
                };
            case "quantile-loss" ->
                () -> {
                    double q = parameters.decimal("quantile");
                    return mean(view, (t, p) -> t > p ? q * (t - p) : (1 - q) * (p - t));
                };
            case "r2" ->
                () -> {
                    double centre = mean(view, (t, _) -> t);
                    return 1
                            - mean(view, (t, p) -> (p - t) * (p - t))
                                    / mean(view, (t, _) -> (t - centre) * (t - centre));
                };
            case "pearson" -> () -> correlation(prediction, truth);
            case "spearman" -> () -> correlation(ranks(prediction), ranks(truth));
            case "kendall-tau" -> () -> 1 - 2 * discordant(prediction, truth);
            case "concordance" -> () -> 1 - discordant(prediction, truth);
            case "roc-auc" ->
                () -> Positives.ranks(column(view, parameters), parameters).rocArea();
            case "average-precision" ->
                () -> Positives.ranks(column(view, parameters), parameters).precisionArea();
            case "ndcg" -> () -> gain(prediction, truth, parameters) / gain(truth, truth, parameters);
            case "precision-at-k" -> () -> hits(view, parameters, parameters.whole("k")) / parameters.whole("k");
            case "recall-at-k" -> () -> hits(view, parameters, parameters.whole("k")) / positives(view, parameters);
            case "lift" ->
                () -> {
                    double share = parameters.decimal("share");
                    return hits(view, parameters, share * view.size()) / positives(view, parameters) / share;
                };
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private static double mean(ValueView view, DoubleBinaryOperator loss) {
        double[] truth = view.truth()[0];
        double[] prediction = view.prediction()[0];
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += loss.applyAsDouble(truth[i], prediction[i]);
        }
        return sum / truth.length;
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i];
            meanY += y[i];
        }
        meanX /= x.length;
        meanY /= x.length;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double[] ranks(double[] values) {
        var order = Order.of(values);
        var ranks = new double[values.length];
        for (int from = 0, end; from < ranks.length; from = end) {
            end = order.tieEnd(from);
            for (int place = from; place < end; place++) {
                ranks[order.positions()[place]] = (from + end) / 2.0;
            }
        }
        return ranks;
    }

    /// The share of the pairs in opposite order, by sorting what stands in the order of the one by the other (W.
    /// Knight, Journal of the American Statistical Association 61, 1966). There are no ties.
    private static double discordant(double[] x, double[] y) {
        var order = Order.of(x);
        var inOrder = new double[y.length];
        for (int place = 0; place < inOrder.length; place++) {
            inOrder[place] = y[order.positions()[place]];
        }
        return swaps(inOrder, 0, inOrder.length, new double[inOrder.length]) / (y.length * (y.length - 1.0) / 2);
    }

    private static long swaps(double[] values, int from, int to, double[] scratch) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long swaps = swaps(values, from, middle, scratch) + swaps(values, middle, to, scratch);
        System.arraycopy(values, from, scratch, from, to - from);
        for (int left = from, right = middle, at = from; at < to; at++) {
            if (right == to || (left < middle && scratch[left] <= scratch[right])) {
                values[at] = scratch[left++];
            } else {
                values[at] = scratch[right++];
                swaps += middle - left;
            }
        }
        return swaps;
    }

    private static double gain(double[] by, double[] gains, Parameters parameters) {
        var order = Order.of(by);
        int last = parameters.whole("k") == 0 ? by.length : Math.min(by.length, parameters.whole("k"));
        double sum = 0;
        for (int place = 1; place <= last; place++) {
            sum += gains[order.positions()[by.length - place]] / StrictMath.log(place + 1.0) * StrictMath.log(2);
        }
        return sum;
    }

    private static double hits(ValueView view, Parameters parameters, double places) {
        var order = Order.of(view.prediction()[0]);
        double threshold = parameters.decimal("threshold");
        double hits = 0;
        for (int place = 0; place < places; place++) {
            double part = Math.min(1, places - place);
            hits += view.truth()[0][order.positions()[order.size() - 1 - place]] > threshold ? part : 0;
        }
        return hits;
    }

    private static double positives(ValueView view, Parameters parameters) {
        double threshold = parameters.decimal("threshold");
        int count = 0;
        for (double truth : view.truth()[0]) {
            count += truth > threshold ? 1 : 0;
        }
        return count;
    }

    private static ColumnMetric.Column column(ValueView view, Parameters parameters) {
        return ColumnMetric.columns(view, parameters).getFirst();
    }
}
