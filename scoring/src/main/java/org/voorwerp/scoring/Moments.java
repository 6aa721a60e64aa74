package org.voorwerp.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.voorwerp.scoring.Estimate.Spread;

/// The weighted mean of one number a subject, and how it varies from sample to sample: what [Estimate] says of a mean,
/// without an array as long as there are subjects.
///
/// Subjects are looked at in slices, on all processors, and what is known of the slices is put together in their
/// order: the result does not depend on the number of threads.
///
/// @param mean the weighted mean
/// @param size how many subjects of equal weight know as much, see [Weights#effectiveSize()]
/// @param spread the standard error of the mean, and its skewness
public record Moments(double mean, double size, Spread spread) {

    /// How many subjects are looked at together: few enough to stay near a processor.
    private static final int SLICE = 1 << 13;

    /// Between these, sums of squares and of cubes need no unit.
    private static final double LEAST = 1e-200;

    private static final double MOST = 1e200;

    /// Works out the numbers of some subjects.
    @FunctionalInterface
    public interface Slice {

        /// The numbers of the subjects from `start` to before `end`.
        double[] numbers(int start, int end);
    }

    /// Of numbers that are there already.
    public static Moments of(double[] numbers, Weights weights) {
        return of((start, end) -> Arrays.copyOfRange(numbers, start, end), weights);
    }

    /// Of numbers worked out as they are needed, several slices at once.
    public static Moments of(Slice slice, Weights given) {
        var weights = given.areAlike() ? new Weights(null, given.size()) : given;
        int slices = (weights.size() + SLICE - 1) / SLICE;
        var sums = IntStream.range(0, slices)
                .parallel()
                .mapToObj(number -> {
                    int start = number * SLICE;
                    int end = Math.min(weights.size(), start + SLICE);
                    return Sums.of(slice.numbers(start, end), start, weights);
                })
                .toList();
        double weight = 0;
        double weighted = 0;
        for (var part : sums) {
            weight += part.weight;
            weighted += part.weight * part.mean;
        }
        double mean = weighted / weight;
        return new Moments(mean, weights.effectiveSize(), spread(sums, weight, mean, weights.effectiveSize()));
    }

    /// As [Estimate#spread()]. Each slice has its numbers relative to its own mean: they are moved to the mean of all.
    private static Spread spread(List<Sums> sums, double weight, double mean, double size) {
        double unit = 0;
        for (var part : sums) {
            unit = part.weight > 0 ? Math.max(unit, part.unit + Math.abs(part.mean - mean)) : unit;
        }
        if (!(size > 1) || unit == 0) {
            return new Spread(size > 1 ? 0 : Double.NaN, 0);
        }
        double second = 0;
        double third = 0;
        for (var part : sums) {
            if (part.weight > 0) {
                double by = (part.mean - mean) / unit;
                double scale = part.unit / unit;
                second += part.second(scale, by);
                third += part.third(scale, by);
            }
        }
        return new Spread(
                Math.sqrt(size / (size - 1)) * unit * Math.sqrt(second) / weight,
                second > 0 ? third / (second * Math.sqrt(second)) : 0);
    }

    /// What is known of one slice, with d the distances from its mean in a unit, the largest where their cubes would
    /// not stay finite: the sums of w² dᵏ, and those of w³ dᵏ.
    private record Sums(double weight, double mean, double unit, double[] squares, double[] cubes) {

        static Sums of(double[] numbers, int start, Weights weights) {
            return weights.given() == null ? unweighted(numbers) : weighted(numbers, start, weights);
        }

        /// The same where all weights are one, quicker.
        private static Sums unweighted(double[] numbers) {
            double mean = sum(numbers) / numbers.length;
            var plain = of(numbers, mean, mean, 1);
            double second = plain.squares[2];
            if (second > LEAST && second < MOST) {
                return plain;
            }
            double unit = 0;
            for (double number : numbers) {
                unit = Math.max(unit, Math.abs(number - mean));
            }
            double divisor = unit;
            return of(
                    Arrays.stream(numbers)
                            .map(number -> divisor > 0 ? (number - mean) / divisor : 0)
                            .toArray(),
                    0,
                    mean,
                    unit);
        }

        /// In four sums, none of which waits for another.
        private static double sum(double[] numbers) {
            int fours = numbers.length & -4;
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            for (int i = 0; i < fours; i += 4) {
                a += numbers[i];
                b += numbers[i + 1];
                c += numbers[i + 2];
                d += numbers[i + 3];
            }
            for (int i = fours; i < numbers.length; i++) {
                a += numbers[i];
            }
            return a + b + (c + d);
        }

        /// Of numbers around `centre`, which is the slice's mean, in its unit.
        private static Sums of(double[] numbers, double centre, double mean, double unit) {
            int pairs = numbers.length & -2;
            double first = 0;
            double second = 0;
            double third = 0;
            double otherFirst = 0;
            double otherSecond = 0;
            double otherThird = 0;
            for (int i = 0; i < pairs; i += 2) {
                double d = numbers[i] - centre;
                double e = numbers[i + 1] - centre;
                double d2 = d * d;
                double e2 = e * e;
                first += d;
                otherFirst += e;
                second += d2;
                otherSecond += e2;
                third += d2 * d;
                otherThird += e2 * e;
            }
            if (pairs < numbers.length) {
                double d = numbers[pairs] - centre;
                first += d;
                second += d * d;
                third += d * d * d;
            }
            first += otherFirst;
            second += otherSecond;
            third += otherThird;
            int n = numbers.length;
            return new Sums(n, mean, unit, new double[] {n, first, second}, new double[] {n, first, second, third});
        }

        private static Sums weighted(double[] numbers, int start, Weights weights) {
            double weight = 0;
            double weighted = 0;
            for (int i = 0; i < numbers.length; i++) {
                double w = weights.of(start + i);
                weight += w;
                weighted += w * numbers[i];
            }
            double mean = weight > 0 ? weighted / weight : 0;
            double unit = 0;
            for (int i = 0; i < numbers.length; i++) {
                // What has no weight would make it too large: nothing would be left of the others.
                unit = weights.of(start + i) > 0 ? Math.max(unit, Math.abs(numbers[i] - mean)) : unit;
            }
            var squares = new double[3];
            var cubes = new double[4];
            for (int i = 0; i < numbers.length; i++) {
                double w = weights.of(start + i);
                double d = unit > 0 && w > 0 ? (numbers[i] - mean) / unit : 0;
                double w2 = w * w;
                double w3 = w2 * w;
                squares[0] += w2;
                squares[1] += w2 * d;
                squares[2] += w2 * d * d;
                cubes[0] += w3;
                cubes[1] += w3 * d;
                cubes[2] += w3 * d * d;
                cubes[3] += w3 * d * d * d;
            }
            return new Sums(weight, mean, unit, squares, cubes);
        }

        /// The sum of w² (scale d + by)².
        double second(double scale, double by) {
            return squares[2] * scale * scale + 2 * squares[1] * scale * by + squares[0] * by * by;
        }

        /// The sum of w³ (scale d + by)³.
        double third(double scale, double by) {
            return cubes[3] * scale * scale * scale
                    + 3 * cubes[2] * scale * scale * by
                    + 3 * cubes[1] * scale * by * by
                    + cubes[0] * by * by * by;
        }
    }
}
