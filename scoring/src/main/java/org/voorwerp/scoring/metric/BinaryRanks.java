package org.voorwerp.scoring.metric;

import java.util.Arrays;
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

    /// The keys of subjects whose number is below zero, rising, then those of all others, rising: see [#key].
    private final long[] keys;

    private final int belowZero;
    private final int positives;

    private BinaryRanks(long[] keys, int belowZero, int positives) {
        this.keys = keys;
        this.belowZero = belowZero;
        this.positives = positives;
    }

    /// @param key stands for the numbers and for which are positive: metrics scored together share the order
    /// @param numbers one a subject, finite
    static BinaryRanks of(Object key, double[] numbers, IntPredicate isPositive) {
        return Shared.once(key, () -> sorted(numbers, isPositive));
    }

    private static BinaryRanks sorted(double[] numbers, IntPredicate isPositive) {
        int n = numbers.length;
        var belowBefore = new int[SLICES + 1];
        slices().forEach(slice ->
                belowBefore[slice + 1] = countBelowZero(numbers, start(slice, n), start(slice + 1, n)));
        Arrays.parallelPrefix(belowBefore, Integer::sum);
        int belowZero = belowBefore[SLICES];
        var keys = new long[n];
        int positives = slices().map(slice -> {
                    int from = start(slice, n);
                    int below = belowBefore[slice];
                    int above = belowZero + from - below;
                    int count = 0;
                    for (int i = from, end = start(slice + 1, n); i < end; i++) {
                        boolean positive = isPositive.test(i);
                        keys[numbers[i] < 0 ? below++ : above++] = key(numbers[i], positive);
                        count += positive ? 1 : 0;
                    }
                    return count;
                })
                .sum();
        var scratch = new long[n];
        SortedKeys.sort(keys, 0, belowZero, scratch);
        SortedKeys.sort(keys, belowZero, n, scratch);
        return new BinaryRanks(keys, belowZero, positives);
    }

    /// A number and in the last bit whether its subject is positive: among numbers of one sign, keys rise as they do.
    /// A sign would not fit. -0.0 is the 0.0 it equals.
    static long key(double number, boolean positive) {
        long bits = Double.doubleToRawLongBits(number + 0.0);
        long distance = bits ^ (bits >> 63);
        return ((distance << 1) | (positive ? 1 : 0)) ^ Long.MIN_VALUE;
    }

    private static int countBelowZero(double[] numbers, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += numbers[i] < 0 ? 1 : 0;
        }
        return count;
    }

    private static IntStream slices() {
        return IntStream.range(0, SLICES).parallel();
    }

    private static int start(int slice, int n) {
        return (int) ((long) n * slice / SLICES);
    }

    int negatives() {
        return keys.length - positives;
    }

    int positives() {
        return positives;
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
        int positivesBelow = walk(0, belowZero, 0, step);
        walk(belowZero, keys.length, positivesBelow, step);
    }

    /// @return how many positives there are below `to`
    private int walk(int from, int to, int positivesBefore, Step step) {
        int positivesBelow = positivesBefore;
        for (int at = from, next; at < to; at = next) {
            long number = keys[at] >> 1;
            int tiedPositives = 0;
            for (next = at; next < to && keys[next] >> 1 == number; next++) {
                tiedPositives += (int) keys[next] & 1;
            }
            step.at(at - positivesBelow, positivesBelow, next - at - tiedPositives, tiedPositives);
            positivesBelow += tiedPositives;
        }
        return positivesBelow;
    }

    /// The area under the ROC curve alone.
    ///
    /// There must be subjects of both kinds.
    double rocArea() {
        // Pairs in the right order, twice: ties count half.
        var twice = new Object() {
            long sum;
        };
        walk((negativesBelow, _, tiedNegatives, tiedPositives) ->
                twice.sum += tiedPositives * (2L * negativesBelow + tiedNegatives));
        return twice.sum / 2.0 / positives() / negatives();
    }

    /// The area under the ROC curve, with DeLong's interval: see [RocAuc].
    ///
    /// There must be subjects of both kinds.
    Score rocAuc() {
        long m = positives();
        long n = negatives();
        double area = rocArea();
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

    /// The area under the precision-recall curve alone.
    ///
    /// There must be a positive subject.
    double precisionArea() {
        var sum = new Object() {
            double area;
        };
        walk((negativesBelow, positivesBelow, _, tiedPositives) -> {
            double hits = positives() - positivesBelow;
            double called = hits + negatives() - negativesBelow;
            sum.area += tiedPositives * hits / called;
        });
        return Math.clamp(sum.area / positives(), 0.0, 1.0);
    }

    /// The area under the precision-recall curve, with its interval: see [RankingMetrics.AveragePrecision].
    ///
    /// There must be a positive subject.
    Score averagePrecision() {
        double area = precisionArea();
        var influence = new Object() {
            // What one more hit, or alarm, does to the precision at all lower numbers.
            double byHit;
            double byAlarm;
            double sum;
            double squares;
        };
        walk((negativesBelow, positivesBelow, tiedNegatives, tiedPositives) -> {
            double hits = positives() - positivesBelow;
            double called = hits + negatives() - negativesBelow;
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
