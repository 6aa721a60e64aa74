package org.voorwerp.consensus.marks;

import java.util.Arrays;
import org.voorwerp.consensus.extract.ShapeKind;

/// The mean of figures' numbers, and how far they spread.
///
/// @param numbers the mean of each; of an angle the one with the least Σ d², d taken the shorter way round (the
///     intrinsic mean on the circle), in [0, period)
/// @param covariance of each two numbers, Σ (a − ā)(b − b̄) / (n − 1); NaN for a single figure
record FigureMean(double[] numbers, double[][] covariance) {

    /// @param figures at least one
    static FigureMean of(ShapeKind kind, double[][] figures, boolean symmetric) {
        var turning = Turning.of(kind, symmetric);
        var alike = kind == ShapeKind.LINE && symmetric ? fromTheSameEnd(figures) : figures;
        int parameters = alike[0].length;
        var mean = new double[parameters];
        // What each figure differs from the mean by.
        var rest = new double[parameters][alike.length];
        for (int p = 0; p < parameters; p++) {
            int number = p;
            var values =
                    Arrays.stream(alike).mapToDouble(figure -> figure[number]).toArray();
            if (p == turning.parameter()) {
                values = unrolled(values, turning.period());
            }
            double middle = mean(values);
            mean[p] = p == turning.parameter() ? turning.reduced(middle) : middle;
            for (int i = 0; i < values.length; i++) {
                rest[p][i] = values[i] - middle;
            }
        }
        return new FigureMean(mean, covariance(rest));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        // The mean of equal numbers is that number, whatever the sum was rounded to.
        return Math.clamp(
                sum,
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }

    /// Lines run as the first one does.
    private static double[][] fromTheSameEnd(double[][] lines) {
        var first = lines[0];
        return Arrays.stream(lines)
                .map(line -> {
                    var turned = new double[] {line[2], line[3], line[0], line[1]};
                    return square(first, line) <= square(first, turned) ? line : turned;
                })
                .toArray(double[][]::new);
    }

    private static double square(double[] a, double[] b) {
        double sum = 0;
        for (int p = 0; p < a.length; p++) {
            sum += (a[p] - b[p]) * (a[p] - b[p]);
        }
        return sum;
    }

    /// Angles as numbers on a line, cut open where that makes them lie closest together. The intrinsic mean is the
    /// mean of one of the n ways to cut; each is tried by moving one angle after the other up by a period.
    private static double[] unrolled(double[] angles, double period) {
        var reduced = Arrays.stream(angles)
                .map(angle -> ((angle % period) + period) % period)
                .toArray();
        var rising = reduced.clone();
        Arrays.sort(rising);
        int n = rising.length;
        double sum = 0;
        double squares = 0;
        for (double angle : rising) {
            sum += angle;
            squares += angle * angle;
        }
        int best = 0;
        double least = squares - sum * sum / n;
        for (int moved = 1; moved < n; moved++) {
            double angle = rising[moved - 1];
            sum += period;
            squares += period * (2 * angle + period);
            double spread = squares - sum * sum / n;
            if (spread < least - 1e-9 * period * period) {
                least = spread;
                best = moved;
            }
        }
        double cut = best == 0 ? Double.NEGATIVE_INFINITY : rising[best - 1];
        return Arrays.stream(reduced)
                .map(angle -> angle <= cut ? angle + period : angle)
                .toArray();
    }

    private static double[][] covariance(double[][] rest) {
        var covariance = new double[rest.length][rest.length];
        int n = rest[0].length;
        for (int p = 0; p < rest.length; p++) {
            for (int q = 0; q < rest.length; q++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += rest[p][i] * rest[q][i];
                }
                covariance[p][q] = n > 1 ? sum / (n - 1) : Double.NaN;
            }
        }
        return covariance;
    }
}
