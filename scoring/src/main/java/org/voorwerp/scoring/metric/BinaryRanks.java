package org.voorwerp.scoring.metric;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.Shared;

/// Positive and negative subjects in the order of their predicted numbers, all counting alike. What only depends on
/// that order, ROC-AUC and average precision, is counted along it: whole numbers, no array a subject.
///
/// [PairwiseAreas] and [PrecisionRecall] say the same, and more: how each subject moves the score, also with
/// weights.
final class BinaryRanks {

    private static final int SLICES = 16;

    /// The keys of the negative subjects, rising, then those of the positive ones, rising.
    private final long[] keys;

    private final int negatives;

    private BinaryRanks(long[] keys, int negatives) {
        this.keys = keys;
        this.negatives = negatives;
    }

    /// @param key stands for the numbers and for which are positive: metrics scored together share the order
    /// @param numbers one a subject, finite
    static BinaryRanks of(Object key, double[] numbers, IntPredicate isPositive) {
        return Shared.once(key, () -> sorted(numbers, isPositive));
    }

    private static BinaryRanks sorted(double[] numbers, IntPredicate isPositive) {
        int n = numbers.length;
        var keys = new long[n];
        var positivesBefore = new int[SLICES + 1];
        IntStream.range(0, SLICES)
                .parallel()
                .forEach(slice -> positivesBefore[slice + 1] =
                        (int) slice(slice, n).filter(isPositive).count());
        for (int slice = 0; slice < SLICES; slice++) {
            positivesBefore[slice + 1] += positivesBefore[slice];
        }
        int negatives = n - positivesBefore[SLICES];
        IntStream.range(0, SLICES).parallel().forEach(slice -> {
            int positive = negatives + positivesBefore[slice];
            int negative = start(slice, n) - positivesBefore[slice];
            for (int i = start(slice, n), end = start(slice + 1, n); i < end; i++) {
                keys[isPositive.test(i) ? positive++ : negative++] = SortedKeys.key(numbers[i]);
            }
        });
        var scratch = new long[n];
        SortedKeys.sort(keys, 0, negatives, scratch);
        SortedKeys.sort(keys, negatives, n, scratch);
        return new BinaryRanks(keys, negatives);
    }

    private static int start(int slice, int n) {
        return (int) ((long) n * slice / SLICES);
    }

    private static IntStream slice(int slice, int n) {
        return IntStream.range(start(slice, n), start(slice + 1, n));
    }

    int negatives() {
        return negatives;
    }

    int positives() {
        return keys.length - negatives;
    }

    /// What is done with the subjects of one predicted number.
    private interface Step {
        /// @param negativesBelow how many have a lower number
        /// @param positivesBelow how many have a lower number
        /// @param tiedNegatives how many have this number
        /// @param tiedPositives how many have this number
        void at(int negativesBelow, int positivesBelow, int tiedNegatives, int tiedPositives);
    }

    /// From the lowest predicted number to the highest.
    private void walk(Step step) {
        int negative = 0;
        int positive = negatives;
        while (negative < negatives || positive < keys.length) {
            long key = positive == keys.length || (negative < negatives && keys[negative] < keys[positive])
                    ? keys[negative]
                    : keys[positive];
            int tiedNegatives = 0;
            while (negative + tiedNegatives < negatives && keys[negative + tiedNegatives] == key) {
                tiedNegatives++;
            }
            int tiedPositives = 0;
            while (positive + tiedPositives < keys.length && keys[positive + tiedPositives] == key) {
                tiedPositives++;
            }
            step.at(negative, positive - negatives, tiedNegatives, tiedPositives);
            negative += tiedNegatives;
            positive += tiedPositives;
        }
    }

    /// The area under the ROC curve, with DeLong's interval: see [RocAuc].
    ///
    /// There must be subjects of both kinds.
    Score rocAuc() {
        long m = positives();
        long n = negatives;
        // Pairs in the right order, twice: ties count half.
        var twice = new Object() {
            long sum;
        };
        walk((negativesBelow, _, tiedNegatives, tiedPositives) ->
                twice.sum += tiedPositives * (2L * negativesBelow + tiedNegatives));
        double area = twice.sum / 2.0 / m / n;
        var squares = new Object() {
            double positives;
            double negatives;
        };
        walk((negativesBelow, positivesBelow, tiedNegatives, tiedPositives) -> {
            double ofPositive = (negativesBelow + tiedNegatives / 2.0) / n - area;
            double ofNegative = (m - positivesBelow - tiedPositives / 2.0) / m - area;
            squares.positives += tiedPositives * ofPositive * ofPositive;
            squares.negatives += tiedNegatives * ofNegative * ofNegative;
        });
        // One subject shows no variance; what stands in its place is the greatest it can have.
        double error = m == 1 || n == 1
                ? Math.sqrt(area * (1 - area))
                : Math.sqrt(squares.positives / (m - 1) / m + squares.negatives / (n - 1) / n);
        return new Score(area, RocAuc.deLong(area, error, Math.min(m, n)));
    }

    /// The area under the precision-recall curve: see [RankingMetrics.AveragePrecision].
    ///
    /// There must be a positive subject.
    Score averagePrecision() {
        var sum = new Object() {
            double area;
        };
        walk((negativesBelow, positivesBelow, _, tiedPositives) -> {
            double hits = positives() - positivesBelow;
            double called = hits + negatives - negativesBelow;
            sum.area += tiedPositives * hits / called;
        });
        double area = Math.clamp(sum.area / positives(), 0.0, 1.0);
        var influence = new Object() {
            // What one more hit, or alarm, does to the precision at all lower numbers.
            double byHit;
            double byAlarm;
            double sum;
            double squares;
        };
        walk((negativesBelow, positivesBelow, tiedNegatives, tiedPositives) -> {
            double hits = positives() - positivesBelow;
            double called = hits + negatives - negativesBelow;
            double precision = hits / called;
            influence.byHit += tiedPositives * (1 - precision) / called;
            influence.byAlarm -= tiedPositives * precision / called;
            double ofPositive = precision - area + influence.byHit;
            influence.sum += tiedPositives * ofPositive + tiedNegatives * influence.byAlarm;
            influence.squares +=
                    tiedPositives * ofPositive * ofPositive + tiedNegatives * influence.byAlarm * influence.byAlarm;
        });
        double n = keys.length;
        double variance = Math.max(0, influence.squares - influence.sum * influence.sum / n);
        double error = n > 1 ? Math.sqrt(n / (n - 1) * variance) / positives() : Double.NaN;
        return new Score(area, averagePrecisionInterval(area, error));
    }

    private Interval averagePrecisionInterval(double area, double error) {
        return Intervals.between(0, 1, area, error, positives(), "jackknife on the logit scale");
    }
}
