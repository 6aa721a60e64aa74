package org.voorwerp.scoring.metric;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/// How a metric of a confusion matrix changes with each of the sums it is made from, by central differences: exact
/// to about ten digits, whatever the metric, and so cheap that no derivative need be written down.
///
/// @param correct by the weight of the subjects of a class that were called it, for each class
/// @param truth by the weight of a class
/// @param predicted by the weight called a class
/// @param total by the weight of all
/// @param squaredDistance by the sum of the squared distances
/// @param weight of all subjects
record ClassSlopes(
        double[] correct, double[] truth, double[] predicted, double total, double squaredDistance, double weight) {

    /// Step, as a share of what is changed.
    private static final double STEP = 1e-5;

    /// @param metric that does not change if all sums grow alike
    static ClassSlopes of(ClassTotals totals, ToDoubleFunction<ClassTotals> metric) {
        double all = totals.total;
        return new ClassSlopes(
                // A class that is never right still has a slope, but not one that is never called: dividing by what is
                // called it, a metric would be infinite.
                by(totals.correct, lesser(totals.truth, totals.predicted), totals, metric),
                by(totals.truth, totals.truth, totals, metric),
                by(totals.predicted, totals.predicted, totals, metric),
                slope(all, all, changed -> totals.total = changed, () -> metric.applyAsDouble(totals)),
                slope(
                        totals.squaredDistance,
                        all,
                        changed -> totals.squaredDistance = changed,
                        () -> metric.applyAsDouble(totals)),
                all);
    }

    /// What one more subject of class `truth` called `prediction` does, as the infinitesimal jackknife has it.
    double influence(int truthClass, int predictedClass) {
        double distance = (double) truthClass - predictedClass;
        return weight
                * ((truthClass == predictedClass ? correct[truthClass] : 0)
                        + truth[truthClass]
                        + predicted[predictedClass]
                        + total
                        + distance * distance * squaredDistance);
    }

    private static double[] lesser(double[] a, double[] b) {
        var lesser = new double[a.length];
        Arrays.setAll(lesser, k -> Math.min(a[k], b[k]));
        return lesser;
    }

    private static double[] by(
            double[] sums, double[] sizes, ClassTotals totals, ToDoubleFunction<ClassTotals> metric) {
        var slopes = new double[sums.length];
        for (int k = 0; k < sums.length; k++) {
            // No subject that counts belongs to an empty class, so nobody asks for its slope.
            if (sizes[k] > 0) {
                int at = k;
                slopes[k] = slope(sums[k], sizes[k], changed -> sums[at] = changed, () -> metric.applyAsDouble(totals));
            }
        }
        return slopes;
    }

    private static double slope(double sum, double size, DoubleConsumer change, DoubleSupplier metric) {
        double step = STEP * size;
        change.accept(sum + step);
        double more = metric.getAsDouble();
        change.accept(sum - step);
        double less = metric.getAsDouble();
        change.accept(sum);
        return (more - less) / (2 * step);
    }
}
