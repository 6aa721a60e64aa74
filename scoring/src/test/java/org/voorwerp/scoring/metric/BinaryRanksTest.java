package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Weights;

/// What is counted along the order is what the estimates say, which [VectorsTest] holds against scikit-learn.
class BinaryRanksTest {

    private final Random random = new Random(41);

    @Test
    void areasAndTheirErrorsAreThoseOfTheEstimates() {
        for (int draw = 0; draw < 500; draw++) {
            int n = random.nextInt(2, draw < 490 ? 60 : 40_000);
            var classOf = random.ints(n, 0, 2).toArray();
            classOf[0] = 0;
            classOf[1] = 1;
            double steps = random.nextInt(1, 200);
            var numbers = random.doubles(n)
                    .map(p -> Math.rint(p * steps) / steps - 0.2)
                    .toArray();
            var weights = new Weights(null, n);
            var ranks = BinaryRanks.of(new Object(), numbers, i -> classOf[i] == 1);

            var area = PairwiseAreas.binary(numbers, classOf, weights);
            var roc = ranks.rocAuc();
            assertEquals(area.value(), roc.value(), 1e-12);
            var interval = RocAuc.deLong(
                    area.value(),
                    DeLong.standardError(area, classOf, 2),
                    Math.min(ranks.positives(), ranks.negatives()));
            assertEquals(interval.low(), Objects.requireNonNull(roc.interval()).low(), 1e-9);
            assertEquals(interval.high(), roc.interval().high(), 1e-9);

            var positive = new boolean[n];
            for (int i = 0; i < n; i++) {
                positive[i] = classOf[i] == 1;
            }
            var precision = PrecisionRecall.area(Order.of(numbers), new Positives(positive, weights), weights);
            var average = ranks.averagePrecision();
            assertEquals(precision.value(), average.value(), 1e-12);
            var around = Intervals.between(0, 1, precision.value(), precision.standardError(), ranks.positives(), "");
            assertEquals(
                    around.low(), Objects.requireNonNull(average.interval()).low(), 1e-9);
            assertEquals(around.high(), average.interval().high(), 1e-9);
        }
    }

    @Test
    void keysAreSortedWhateverTheNumbersAre() {
        List<DoubleUnaryOperator> kinds = List.of(
                p -> p,
                p -> Math.rint(p * 1000) / 1000,
                p -> -Math.pow(p, 60),
                p -> 0.25,
                p -> p < 0.5 ? -0.0 : 0.0,
                p -> p < 0.001 ? -Double.MAX_VALUE : p > 0.999 ? Double.MAX_VALUE : p * Double.MIN_NORMAL,
                p -> Double.longBitsToDouble((long) (p * 0x7fe0000000000000L)) * (p < 0.3 ? -1 : 1));
        for (int size : new int[] {0, 1, 1000, 16_384, 100_000}) {
            for (var kind : kinds) {
                var expected = random.doubles(size + 10)
                        .map(kind)
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray();
                var keys = expected.clone();
                Arrays.sort(expected, 5, size + 5);
                SortedKeys.sort(keys, 5, size + 5, new long[keys.length]);
                assertArrayEquals(expected, keys);
            }
        }
    }

    @Test
    void keysOfOneSignRiseAsNumbersDo() {
        var below = new double[] {-Double.MAX_VALUE, -2, -1, -Double.MIN_NORMAL, -Double.MIN_VALUE};
        var above = new double[] {0, Double.MIN_VALUE, 0.5, Math.nextUp(0.5), 2, Double.MAX_VALUE};
        for (var numbers : List.of(below, above)) {
            for (int i = 1; i < numbers.length; i++) {
                long lower = BinaryRanks.key(numbers[i - 1], true);
                long higher = BinaryRanks.key(numbers[i], false);
                assertTrue(lower < higher);
                assertTrue(higher < BinaryRanks.key(numbers[i], true));
            }
        }
        assertEquals(BinaryRanks.key(0.0, true), BinaryRanks.key(-0.0, true));
    }

    @Test
    void aNumberAndItsNegativeAreNotTied() {
        // The greatest below zero and the least above it have keys like those of neighbours.
        var numbers =
                new double[] {-Double.MIN_VALUE, 0.0, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE};
        var positive = new boolean[] {false, true, false, true, false, true};
        var ranks = BinaryRanks.of(new Object(), numbers, i -> positive[i]);
        // Of nine pairs one is tied.
        assertEquals(8.5 / 9, ranks.rocAuc().value(), 1e-15);
        assertEquals(3, ranks.positives());
    }
}
