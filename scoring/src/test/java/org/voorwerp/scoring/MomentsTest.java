package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Slice by slice they are what [Estimate] says of all subjects at once.
class MomentsTest {

    private final Random random = new Random(83);

    @Test
    void meanErrorAndSkewnessAreThoseOfTheEstimate() {
        for (int size : new int[] {1, 2, 3, 100, 8191, 8192, 8193, 30_000}) {
            same(size, p -> p * p * p, false);
            same(size, p -> 1 / (p + 1e-9), false);
            same(size, p -> p < 0.01 ? 1e200 : 1e150, false);
            same(size, p -> p * 1e-200, true);
            same(size, p -> p * 1e-200, false);
            same(size, p -> p < 0.0003 ? 1e-120 : p * 1e-190, false);
            same(size, p -> p < 0.0003 ? 1e190 : p, false);
            same(size, p -> -StrictMath.log(p + 1e-15), true);
        }
    }

    private void same(int size, DoubleUnaryOperator number, boolean weighted) {
        var numbers = random.doubles(size).map(number).toArray();
        double[] given = weighted ? random.doubles(size, 0.1, 3).toArray() : null;
        var weights = new Weights(given, size);
        var estimate = Estimate.mean(numbers, weights);
        var moments = Moments.of(numbers, weights);
        near(estimate.value(), moments.mean());
        near(weights.effectiveSize(), moments.size());
        near(estimate.spread().error(), moments.spread().error());
        assertEquals(estimate.spread().skewness(), moments.spread().skewness(), 1e-9);
    }

    private static void near(double expected, double actual) {
        if (Double.isNaN(expected)) {
            assertTrue(Double.isNaN(actual));
        } else {
            assertEquals(expected, actual, 1e-9 * Math.abs(expected) + Double.MIN_VALUE);
        }
    }

    @Test
    void subjectsWithoutWeightChangeNothing() {
        var numbers = random.doubles(20_000).toArray();
        var given = new double[numbers.length];
        int counted = 500;
        for (int i = 0; i < numbers.length; i++) {
            given[i] = i < counted ? 2 : 0;
            numbers[i] = i < counted ? numbers[i] : 1e300;
        }
        var some = Moments.of(numbers, new Weights(given, numbers.length));
        var alone = Moments.of(Arrays.copyOf(numbers, counted), new Weights(null, counted));
        near(alone.mean(), some.mean());
        near(alone.spread().error(), some.spread().error());
        near(alone.spread().skewness(), some.spread().skewness());
    }

    @Test
    void equalNumbersHaveNoSpread() {
        var spread =
                Moments.of(new double[] {0.5, 0.5, 0.5}, new Weights(null, 3)).spread();
        assertEquals(0, spread.error());
        assertEquals(0, spread.skewness());
        assertTrue(Double.isNaN(
                Moments.of(new double[] {0.5}, new Weights(null, 1)).spread().error()));
    }

    @Test
    void theyAreTheSameOnAnyNumberOfThreads() throws ExecutionException, InterruptedException {
        var numbers = random.doubles(100_000).toArray();
        var weights = new Weights(null, numbers.length);
        var expected = Moments.of(numbers, weights);
        for (int threads : new int[] {1, 2, 7}) {
            try (var pool = new ForkJoinPool(threads)) {
                assertEquals(
                        expected,
                        pool.submit(() -> Moments.of(numbers, weights)).get());
            }
        }
    }
}
