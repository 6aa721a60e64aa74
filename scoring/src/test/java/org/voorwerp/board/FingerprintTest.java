package org.voorwerp.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static double obviously(double value) {
        // Six digits: five behind the first.
        return new BigDecimal(value).round(new MathContext(6)).doubleValue();
    }

    private static void assertRounded(double value) {
        double expected = obviously(value);
        assertEquals(expected, Fingerprint.significant(value), 1e-13 * Math.abs(expected), () -> "" + value);
    }

    @Test
    void numbersOfAnySizeAreRoundedToTheirFirstDigits() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Math.abs(value) >= Double.MIN_NORMAL && Double.isFinite(value)) {
                assertRounded(value);
            }
            assertRounded(random.nextDouble());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 0.1, 0.01, 1e-5, 0.999999, 9.99999, 0.9999999, 1e22, 1e23, 1e308, 2.3e-308, -0.25})
    void powersOfTenAndTheirNeighboursAreRoundedToo(double value) {
        assertRounded(value);
        assertRounded(Math.nextUp(value));
        assertRounded(Math.nextDown(value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, Double.MIN_VALUE, -4e-310})
    void whatIsTooSmallForSoManyDigitsIsZero(double value) {
        assertEquals(0.0, Fingerprint.significant(value));
    }
}
