package org.voorwerp.scoring.metric;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.Shared;

/// Positive and negative subjects in the order of their predicted numbers, all counting alike. What only depends on
/// that order, ROC-AUC and average precision, is counted along it: whole numbers, no array a subject.
///
/// [PairwiseAreas] and [PrecisionRecall] say the same, and more: how each subject moves the score, also with
/// weights.
final class BinaryRanks {

    private final Steps steps;
    private final Slices slices;

    /// How many subjects have a lower number than those of each slice; at the end, how many there are.
    private final int[] negativesBelow;

    private final int[] positivesBelow;

    private BinaryRanks(Steps steps) {
        this.steps = steps;
        slices = Slices.of(steps.size());
        negativesBelow = new int[slices.count() + 1];
        positivesBelow = new int[slices.count() + 1];
        slices.parallel().forEach(slice -> {
            for (var walk = new Walk(slice); walk.next(); ) {
                negativesBelow[slice + 1] += walk.tiedNegatives;
                positivesBelow[slice + 1] += walk.tiedPositives;
            }
        });
        Arrays.parallelPrefix(negativesBelow, Integer::sum);
        Arrays.parallelPrefix(positivesBelow, Integer::sum);
    }

    /// @param key stands for the numbers and for which are positive: metrics scored together share the order
    /// @param numbers one a subject, finite
    static BinaryRanks of(Object key, double[] numbers, IntPredicate isPositive) {
        return Shared.once(key, () -> new BinaryRanks(Steps.of(numbers, isPositive)));
    }

    int negatives() {
        return negativesBelow[slices.count()];
    }

    int positives() {
        return positivesBelow[slices.count()];
    }

    /// Goes along a slice from the lowest predicted number to the highest.
    private final class Walk {

        private final int end;
        private int at;

        /// How many subjects have a lower number than the present one.
        private int negativesBelow;

        private int positivesBelow;

        /// How many have the present one.
        private int tiedNegatives;

        private int tiedPositives;

        Walk(int slice) {
            at = slices.start(slice);
            end = slices.start(slice + 1);
            negativesBelow = BinaryRanks.this.negativesBelow[slice];
            positivesBelow = BinaryRanks.this.positivesBelow[slice];
        }

        /// @return false if there is no further number
        boolean next() {
            if (at == end) {
                return false;
            }
            negativesBelow += tiedNegatives;
            positivesBelow += tiedPositives;
            tiedNegatives = steps.negatives(at);
            tiedPositives = steps.positives(at);
            at++;
            return true;
        }
    }

    /// Adds up what is known of slices, in their order.
    private double sum(IntToDoubleFunction ofSlice) {
        double sum = 0;
        for (double part : slices.parallel().mapToDouble(ofSlice).toArray()) {
            sum += part;
        }
        return sum;
    }

    /// The area under the ROC curve alone.
    ///
    /// There must be subjects of both kinds.
    double rocArea() {
        // Pairs in the right order, twice: ties count half.
        long twice = slices.parallel()
                .mapToLong(slice -> {
                    long pairs = 0;
                    for (var walk = new Walk(slice); walk.next(); ) {
                        pairs += walk.tiedPositives * (2L * walk.negativesBelow + walk.tiedNegatives);
                    }
                    return pairs;
                })
                .sum();
        return twice / 2.0 / positives() / negatives();
    }

    /// The area under the ROC curve, with DeLong's interval: see [RocAuc].
    ///
    /// There must be subjects of both kinds.
    Score rocAuc() {
        double m = positives();
        double n = negatives();
        double area = rocArea();
        double ofPositives = sum(slice -> {
            double squares = 0;
            for (var walk = new Walk(slice); walk.next(); ) {
                double ofPositive = (walk.negativesBelow + walk.tiedNegatives / 2.0) / n - area;
                squares += walk.tiedPositives * ofPositive * ofPositive;
            }
            return squares;
        });
        double ofNegatives = sum(slice -> {
            double squares = 0;
            for (var walk = new Walk(slice); walk.next(); ) {
                double ofNegative = (m - walk.positivesBelow - walk.tiedPositives / 2.0) / m - area;
                squares += walk.tiedNegatives * ofNegative * ofNegative;
            }
            return squares;
        });
        // One subject shows no variance; what stands in its place is the greatest it can have.
        double error = m == 1 || n == 1
                ? Math.sqrt(area * (1 - area))
                : Math.sqrt(ofPositives / (m - 1) / m + ofNegatives / (n - 1) / n);
        return new Score(area, RocAuc.deLong(area, error, Math.min(m, n)));
    }

    /// The area under the precision-recall curve alone.
    ///
    /// There must be a positive subject.
    double precisionArea() {
        double area = sum(slice -> {
            double precisions = 0;
            for (var walk = new Walk(slice); walk.next(); ) {
                precisions += walk.tiedPositives * precision(walk);
            }
            return precisions;
        });
        return Math.clamp(area / positives(), 0.0, 1.0);
    }

    /// How many are predicted at least so high.
    private double called(Walk walk) {
        return (double) positives() - walk.positivesBelow + negatives() - walk.negativesBelow;
    }

    /// The share of positives among them.
    private double precision(Walk walk) {
        return (positives() - walk.positivesBelow) / called(walk);
    }

    /// What one more hit, or alarm, does to precisions: to the sum of them over all positives of lower numbers.
    private record Influence(double byHit, double byAlarm) {

        Influence plus(Influence other) {
            return new Influence(byHit + other.byHit, byAlarm + other.byAlarm);
        }
    }

    private Influence influence(int slice) {
        double byHit = 0;
        double byAlarm = 0;
        for (var walk = new Walk(slice); walk.next(); ) {
            double precision = precision(walk);
            double weight = walk.tiedPositives / called(walk);
            byHit += weight * (1 - precision);
            byAlarm -= weight * precision;
        }
        return new Influence(byHit, byAlarm);
    }

    /// How subjects move the area: the sum over them, and that of the squares.
    private record Moves(double sum, double squares) {

        Moves plus(Moves other) {
            return new Moves(sum + other.sum, squares + other.squares);
        }
    }

    private Moves moves(int slice, double area, Influence below) {
        double byHit = below.byHit;
        double byAlarm = below.byAlarm;
        double sum = 0;
        double squares = 0;
        for (var walk = new Walk(slice); walk.next(); ) {
            double precision = precision(walk);
            double weight = walk.tiedPositives / called(walk);
            byHit += weight * (1 - precision);
            byAlarm -= weight * precision;
            double ofPositive = precision - area + byHit;
            sum += walk.tiedPositives * ofPositive + walk.tiedNegatives * byAlarm;
            squares += walk.tiedPositives * ofPositive * ofPositive + walk.tiedNegatives * byAlarm * byAlarm;
        }
        return new Moves(sum, squares);
    }

    /// The area under the precision-recall curve, with its interval: see [RankingMetrics.AveragePrecision].
    ///
    /// There must be a positive subject.
    Score averagePrecision() {
        double area = precisionArea();
        var below = slices.parallel().mapToObj(this::influence).toArray(Influence[]::new);
        var sofar = new Influence(0, 0);
        for (int slice = 0; slice < below.length; slice++) {
            var own = below[slice];
            below[slice] = sofar;
            sofar = sofar.plus(own);
        }
        // Put together in the order of the slices, and so always alike.
        var moves = slices.parallel().mapToObj(slice -> moves(slice, area, below[slice])).toList().stream()
                .reduce(new Moves(0, 0), Moves::plus);
        double n = (double) positives() + negatives();
        double variance = Math.max(0, moves.squares - moves.sum * moves.sum / n);
        double error = n > 1 ? Math.sqrt(n / (n - 1) * variance) / positives() : Double.NaN;
        return new Score(area, Intervals.between(0, 1, area, error, positives(), "jackknife on the logit scale"));
    }
}
