package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Weights;

/// What is said without arrays is what [Standardised] says with them.
class ProductMomentsTest {

    private final Random random = new Random(17);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 100, 8191, 8192, 8193, 30_000})
    void correlationAndErrorAreThoseOfTheEstimate(int size) {
        for (double mixed : new double[] {0, 0.5, 0.999, 1}) {
            same(size, mixed, number -> number, 1e-12);
            same(size, mixed, number -> -number, 1e-12);
            same(size, mixed, number -> number * number * number * 1e-100, 1e-12);
            same(size, mixed, number -> StrictMath.exp(10 * number), 1e-12);
            same(size, mixed, number -> 1e9 + number, 1e-6);
            same(size, mixed, number -> number > 0 ? 1e100 : 1e99, 1e-12);
        }
    }

    private void same(int size, double mixed, DoubleUnaryOperator number, double tolerance) {
        var x = new double[size];
        var y = new double[size];
        for (int i = 0; i < size; i++) {
            double common = random.nextGaussian();
            x[i] = number.applyAsDouble(common);
            y[i] = number.applyAsDouble(mixed * common + (1 - mixed) * random.nextGaussian());
        }
        var weights = new Weights(null, size);
        if (Correlations.isConstant(x, weights) || Correlations.isConstant(y, weights)) {
            return;
        }
        var expected = estimate(x, y);
        var moments = Objects.requireNonNull(ProductMoments.of(x, y));
        assertEquals(expected.value(), moments.correlation(), tolerance);
        assertEquals(expected.standardError(), moments.error(), tolerance);
    }

    private static Estimate estimate(double[] x, double[] y) {
        var weights = new Weights(null, x.length);
        return Standardised.correlation(Standardised.of(x, weights), Standardised.of(y, weights), weights);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1e160, 1e300})
    void numbersWhoseSquaresAreNoneAreLeftToOthers(double unit) {
        double[] x = {unit, 2 * unit, 3 * unit};
        assertNull(ProductMoments.of(x, new double[] {1, 3, 2}));
        assertNull(ProductMoments.of(new double[] {1, 3, 2}, x));
        assertEquals(0.5, estimate(x, new double[] {1, 3, 2}).value(), 1e-12);
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        double[] x = random.doubles(50_000).toArray();
        double[] y = random.doubles(50_000).toArray();
        var expected = Objects.requireNonNull(ProductMoments.of(x, y));
        try (var pool = new ForkJoinPool(7)) {
            assertEquals(expected, pool.submit(() -> ProductMoments.of(x, y)).get());
        }
    }
}
