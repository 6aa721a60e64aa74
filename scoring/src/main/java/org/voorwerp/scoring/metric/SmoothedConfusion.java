package org.voorwerp.scoring.metric;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.voorwerp.scoring.diagnostic.Confusion;

/// A confusion matrix as the population may have it, made of that of a sample: what other samples are drawn from.
///
/// A class of one or two subjects shows nothing of how it varies: its share of right predictions is 0 or 1 as likely
/// as not. So every class is seen together with four subjects more, as A. Agresti and B. Coull do with a share (The
/// American Statistician 52, 1998), which are right as often as small classes are, and otherwise called classes as
/// often as these are called; then its weight is made again what it was. With many subjects a class that changes
/// nothing.
///
/// Nor does a sample show all classes that there are. As much weight as the classes seen once have is given to those
/// of the list not seen at all (I. Good, Biometrika 40, 1953), but none of them more than one subject's, so that
/// samples drawn lose as many classes as they find.
final class SmoothedConfusion {

    /// Subjects with which each class is seen together.
    private static final double MORE = 4;

    /// A class of so many subjects hardly bends a metric within what it varies by.
    private static final double LARGE = 200;

    private final Confusion confusion;
    private final ClassTotals seen;

    /// The mean weight of a subject, each taken as often as it weighs.
    final double unit;

    /// Which share of the cells of a class stays where it is.
    private final double[] kept;

    /// Weight of each class that is spread: right in the share `right`.
    private final double[] spread;

    private final double right;

    /// Sum of the squared weights of each class.
    private final double[] squares;

    /// Weight called a class or one before it.
    private final double[] calledUpTo;

    SmoothedConfusion(Confusion confusion) {
        this.confusion = confusion;
        seen = ClassTotals.of(confusion);
        unit = Arrays.stream(confusion.squares()).sum() / seen.total;
        squares = new double[seen.classes()];
        for (int cell = 0; cell < confusion.cells(); cell++) {
            squares[confusion.truth()[cell]] += confusion.squares()[cell];
        }
        kept = new double[seen.classes()];
        spread = new double[seen.classes()];
        double unseen = unseen();
        double rights = 0;
        double all = 0;
        for (int k = 0; k < kept.length; k++) {
            if (seen.truth[k] == 0) {
                spread[k] = unseen;
                continue;
            }
            kept[k] = effectiveSize(k) / (effectiveSize(k) + MORE);
            spread[k] = seen.truth[k] * (1 - kept[k]);
            // What is taken from the classes is what is spread.
            rights += spread[k] * seen.correct[k] / seen.truth[k];
            all += spread[k];
        }
        right = rights / all;
        calledUpTo = seen.predicted.clone();
        Arrays.parallelPrefix(calledUpTo, Double::sum);
    }

    /// The weight of each class that does not occur in the truth.
    private double unseen() {
        int once = 0;
        int never = 0;
        for (double weight : seen.truth) {
            never += weight == 0 ? 1 : 0;
            once += weight > 0 && weight < 1.5 * unit ? 1 : 0;
        }
        return unit * (never == 0 ? 0 : Math.min(1, (double) once / never));
    }

    private double effectiveSize(int k) {
        return effectiveSize(seen.truth[k], squares[k]);
    }

    /// See [org.voorwerp.scoring.Weights#effectiveSize()]; NaN for no subjects.
    private static double effectiveSize(double weight, double squares) {
        return weight / squares * weight;
    }

    int classes() {
        return seen.classes();
    }

    int cells() {
        return confusion.cells();
    }

    int trueClass(int cell) {
        return confusion.truth()[cell];
    }

    int predictedClass(int cell) {
        return confusion.prediction()[cell];
    }

    /// What a subject of a cell weighs.
    double unit(int cell) {
        return confusion.squares()[cell] / confusion.weight()[cell];
    }

    /// The weight that stays in a cell.
    double kept(int cell) {
        return kept[trueClass(cell)] * confusion.weight()[cell];
    }

    /// The classes of which anything is spread.
    int[] spreadClasses() {
        return IntStream.range(0, classes()).filter(k -> spread[k] > 0).toArray();
    }

    /// The weight of a class that is spread and right.
    double spreadRight(int k) {
        return spread[k] * right;
    }

    /// The weight of a class that is spread over all classes as they are called.
    double spreadOverAll(int k) {
        return spread[k] * (1 - right);
    }

    /// A class as often as it is called.
    int called(RandomGenerator random) {
        int last = calledUpTo.length - 1;
        double at = (random.nextLong() >>> 11) * 0x1p-53 * calledUpTo[last];
        int place = Arrays.binarySearch(calledUpTo, at);
        int k = place >= 0 ? place + 1 : -place - 1;
        while (k < last && seen.predicted[k] == 0) {
            k++;
        }
        return Math.min(k, last);
    }

    /// The variance of the mean share of right predictions over the classes that occur in the truth, given how
    /// many subjects each has: the plain estimate q (1 − q) / n of a class falls short of the true one by the
    /// factor 1 − n / (n + 4)² on average, if all classes are as good. Classes that are not seen may be as far
    /// from those that are as these are from each other.
    double varianceOfRecalls() {
        double sum = 0;
        double sumOfShares = 0;
        double squaredShares = 0;
        int classes = 0;
        for (int k = 0; k < kept.length; k++) {
            if (seen.truth[k] > 0) {
                double q = kept[k] * seen.correct[k] / seen.truth[k] + (1 - kept[k]) * right;
                double n = effectiveSize(k);
                sum += q * (1 - q) / (1 - kept[k] * kept[k] / n) / n;
                sumOfShares += q;
                squaredShares += q * q;
                classes++;
            }
        }
        double missing = (seen.classes() - classes) * unseen() / unit;
        double between = squaredShares / classes - sumOfShares / classes * (sumOfShares / classes);
        double ofMissing = missing / (classes + missing);
        return sum / classes / classes
                + (missing > 0 ? ofMissing * ofMissing * between * (1 / missing + 1.0 / classes) : 0);
    }

    /// Its sums.
    ClassTotals totals() {
        var totals = new ClassTotals(classes());
        forEach((truth, prediction, weight, _) -> totals.add(truth, prediction, weight));
        return totals;
    }

    /// Subjects of one class that are called one class.
    @FunctionalInterface
    private interface Subjects {

        /// @param weight of all of them
        /// @param unit of one of them
        void accept(int truth, int prediction, double weight, double unit);
    }

    private void forEach(Subjects subjects) {
        for (int cell = 0; cell < cells(); cell++) {
            subjects.accept(trueClass(cell), predictedClass(cell), kept(cell), unit(cell));
        }
        for (int k : spreadClasses()) {
            subjects.accept(k, k, spreadRight(k), unit);
            for (int called = 0; called < classes(); called++) {
                if (seen.predicted[called] > 0) {
                    subjects.accept(k, called, spreadOverAll(k) * seen.predicted[called] / seen.total, unit);
                }
            }
        }
    }

    /// Whether every class that occurs is so large, in the truth and among the predictions, that drawing samples would
    /// tell no more than [#deltaError].
    boolean isLarge() {
        var calledSquares = new double[classes()];
        for (int cell = 0; cell < cells(); cell++) {
            calledSquares[predictedClass(cell)] += confusion.squares()[cell];
        }
        for (int k = 0; k < classes(); k++) {
            boolean occurs = seen.truth[k] > 0 || seen.predicted[k] > 0;
            boolean isLarge = effectiveSize(seen.truth[k], squares[k]) >= LARGE
                    && effectiveSize(seen.predicted[k], calledSquares[k]) >= LARGE;
            if (occurs && !isLarge) {
                return false;
            }
        }
        return true;
    }

    /// The standard error of a metric as the delta method has it: what each cell, whose count is Poisson's, does to the
    /// metric, its squares added up.
    ///
    /// @param metric that does not change if all sums grow alike
    double deltaError(ToDoubleFunction<ClassTotals> metric) {
        var totals = totals();
        var slopes = ClassSlopes.of(totals, metric);
        var variance = new double[1];
        forEach((truth, prediction, weight, unit) -> {
            double slope = slopes.influence(truth, prediction) / totals.total;
            variance[0] += weight * unit * slope * slope;
        });
        return Math.sqrt(variance[0]);
    }
}
