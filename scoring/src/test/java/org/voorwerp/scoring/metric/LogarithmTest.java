package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {

    private static final int NUMBERS = 300_000;

    private final Random random = new Random(1);

    @Test
    void ofNumbersOfEverySize() {
        for (int i = 0; i < NUMBERS; i++) {
            double x = Double.longBitsToDouble(
                    random.nextLong(Double.doubleToRawLongBits(Double.MIN_NORMAL), 0x7ff0000000000000L));
            assertClose(x);
        }
    }

    @Test
    void ofProbabilities() {
        for (int i = 0; i < NUMBERS; i++) {
            assertClose(1 - random.nextDouble());
        }
    }

    @Test
    void ofNumbersCloseToOneAndToWhereTheExponentChanges() {
        for (double middle : new double[] {1, 0.5, 2, Math.sqrt(0.5), Math.sqrt(2), 1024}) {
            double up = middle;
            double down = middle;
            for (int i = 0; i < 1000; i++) {
                assertClose(up);
                assertClose(down);
                up = Math.nextUp(up);
                down = Math.nextDown(down);
                assertClose(middle * (1 + 1e-3 * random.nextGaussian()));
            }
        }
        var one = new double[] {1};
        Logarithm.of(one);
        assertEquals(0, one[0]);
    }

    @Test
    void ofTheEndsOfItsRange() {
        assertClose(Double.MIN_NORMAL);
        assertClose(Double.MAX_VALUE);
        assertClose(1e-300);
    }

    private static void assertClose(double x) {
        double expected = StrictMath.log(x);
        var found = new double[] {x};
        Logarithm.of(found);
        assertTrue(
                Math.abs(found[0] - expected) <= Math.ulp(expected),
                () -> "ln " + x + ": expected " + expected + ", found " + found[0]);
    }
}
