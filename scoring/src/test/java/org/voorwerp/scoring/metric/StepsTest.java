package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/// Steps are what counting in a sorted map gives, however many numbers there are and however they lie.
class StepsTest {

    private final Random random = new Random(43);

    private static final List<DoubleUnaryOperator> FORMS = List.of(
            p -> p,
            p -> Math.rint(p * 1000) / 1000,
            p -> p - 0.5,
            p -> -Math.pow(p, 60),
            p -> 0.25,
            p -> p < 0.5 ? -0.0 : 0.0,
            p -> p < 0.3 ? -Double.MIN_VALUE : p < 0.6 ? -0.0 : Double.MIN_VALUE,
            p -> p * Double.MIN_NORMAL,
            p -> p < 0.001 ? -Double.MAX_VALUE : p > 0.999 ? Double.MAX_VALUE : p * Double.MIN_NORMAL,
            // Any finite number, both signs: the distances fill 64 bits.
            p -> Double.longBitsToDouble((long) (p * 0x7fefffffffffffffL)) * (Double.hashCode(p) % 2 == 0 ? -1 : 1),
            p -> Math.scalb(1, (int) (-1000 * p)),
            p -> 1 - Math.scalb(p, -30));

    @Test
    void everyNumberIsCountedInItsPlace() {
        for (int size : new int[] {0, 1, 2, 31, 1000, 4095, 4096, 8192, 16_384, 16_385, 150_000}) {
            for (var form : FORMS) {
                assertCounted(random.doubles(size).map(form).toArray());
            }
        }
    }

    /// Whoever knows which numbers are looked at to divide the others can have them divided badly.
    @Test
    void numbersThatMisleadTheSampleAreCountedAllTheSame() {
        int n = 300_000;
        var numbers = random.doubles(n).map(p -> 0.5 + p * 1e-9).toArray();
        for (int i = 0; i < 1 << 14; i++) {
            numbers[(int) ((long) i * n / (1 << 14))] = i * 1e-5;
        }
        assertCounted(numbers);
        Arrays.setAll(numbers, i -> numbers[i] < 0.5 || numbers[i] > 0.500001 ? numbers[i] : Math.scalb(1, -i % 1000));
        assertCounted(numbers);
    }

    private void assertCounted(double[] numbers) {
        var positive = new boolean[numbers.length];
        var expected = new TreeMap<Double, long[]>();
        for (int i = 0; i < numbers.length; i++) {
            positive[i] = random.nextInt(3) == 0;
            var counts = expected.computeIfAbsent(numbers[i] + 0.0, _ -> new long[2]);
            counts[positive[i] ? 1 : 0]++;
        }
        var steps = Steps.of(numbers, i -> positive[i]);
        assertEquals(expected.size(), steps.size());
        int step = 0;
        for (var counts : expected.values()) {
            assertArrayEquals(counts, new long[] {steps.negatives(step), steps.positives(step)});
            step++;
        }
    }

    @Test
    void bucketsOfAnySizeAreSorted() {
        List<LongUnaryOperator> forms = List.of(
                bits -> bits >>> 2,
                bits -> bits | Long.MIN_VALUE,
                bits -> bits & 63,
                bits -> 5,
                // Most lie in one bin, and are of many different numbers there.
                bits -> 1L << (bits & 31) | bits & 0xff,
                bits -> (bits & 1) == 0 ? bits >>> 2 : bits >>> 50);
        var sort = new BucketSort();
        for (int size : new int[] {0, 1, 2, 3, 100, 1 << 13, 5000, (1 << 17) - 1, 1 << 17, (1 << 17) + 1}) {
            for (var form : forms) {
                var keys = random.longs(size + 10).map(form).toArray();
                var expected = keys.clone();
                Arrays.sort(expected, 5, size + 5);
                sort.sort(keys, 5, size + 5);
                long odd = Arrays.stream(keys).filter(key -> (key & 1) == 1).count();
                assertEquals(
                        Arrays.stream(expected).filter(key -> (key & 1) == 1).count(), odd);
                assertArrayEquals(
                        Arrays.stream(expected).map(key -> key >> 1).toArray(),
                        Arrays.stream(keys).map(key -> key >> 1).toArray());
            }
        }
    }
}
