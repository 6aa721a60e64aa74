package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void sortsAnyFiniteBitsAsComparisonDoes() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        var values = random.longs(20_000)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .toArray();
        check(values);
    }

    @Test
    void keepsTheOrderOfEqualNumbers() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        check(random.ints(5_000, 0, 10).mapToDouble(i -> i / 10.0 - 0.5).toArray());
    }

    @Test
    void takesMinusZeroForZero() {
        var order = Order.of(new double[] {0.0, -0.0, -Double.MIN_VALUE, Double.MIN_VALUE, -0.0});
        assertArrayEquals(new int[] {2, 0, 1, 4, 3}, order.positions());
        assertEquals(4, order.tieEnd(1));
        assertEquals(1, order.tieStart(3));
    }

    @Test
    void takesNoneAndOne() {
        check(new double[0]);
        check(new double[] {3});
    }

    private static void check(double[] values) {
        int[] expected = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        var before = values.clone();
        assertArrayEquals(expected, Order.of(values).positions());
        assertArrayEquals(before, values);
        assertEquals(values.length, Arrays.stream(expected).distinct().count());
    }
}
