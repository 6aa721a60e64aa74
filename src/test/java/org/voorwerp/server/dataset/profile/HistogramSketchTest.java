package org.voorwerp.server.dataset.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HistogramSketchTest {

    @Test
    void countsAreThoseOfASlowCountInTheSameBins() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int size = 1 + random.nextInt(400);
            double scale = Math.pow(10, random.nextInt(40) - 20);
            double shift = random.nextBoolean() ? 0 : (random.nextDouble() - 0.5) * scale * 1000;
            var values = DoubleStream.generate(() -> random.nextGaussian() * scale + shift)
                    .map(value -> random.nextInt(5) == 0 ? 0 : value)
                    .limit(size)
                    .toArray();
            assertExact(values);
        }
    }

    @Test
    void whatIsFarApartOrAllTheSameIsCountedToo() {
        assertEquals(new Histogram(3, 0, List.of(2L)), of(3, 3));
        assertExact(-1e308, 1e308, 0, 1);
        assertExact(Double.MIN_VALUE, 0, 1e300);
        assertExact(-0.0, 0.0, 1);
        assertExact(1e15, 1e15 + 1, 1e15 + 2);
        assertExact(1, 1000, 1, 1, 1e6, -1e6);
    }

    @Test
    void smallWholeNumbersHaveABinEach() {
        var histogram = of(DoubleStream.iterate(1, i -> i <= 40, i -> i + 1).toArray());
        assertEquals(1, histogram.width());
        assertEquals(40, histogram.counts().size());
    }

    @Test
    void joinedBinsHoldAsMuch() {
        var histogram = of(DoubleStream.iterate(0, i -> i < 64, i -> i + 1).toArray());
        for (int most : new int[] {1, 5, 24, 63, 64, 100}) {
            var fewer = histogram.atMost(most);
            assertTrue(fewer.counts().size() <= most, "at most " + most);
            assertEquals(64, fewer.counts().stream().mapToLong(Long::longValue).sum());
            assertEquals(histogram.start(), fewer.start());
        }
    }

    private static Histogram of(double... values) {
        var sketch = new HistogramSketch();
        for (double value : values) {
            sketch.add(value);
        }
        return sketch.histogram();
    }

    private static void assertExact(double... values) {
        var histogram = of(values);
        int bins = histogram.counts().size();
        assertTrue(bins <= HistogramSketch.BINS, bins + " bins");
        var counts = new long[bins];
        for (double value : values) {
            counts[
                    histogram.width() == 0
                            ? 0
                            : (int) Math.floor(value / histogram.width() - histogram.start() / histogram.width())]++;
        }
        for (int bin = 0; bin < bins; bin++) {
            assertEquals(counts[bin], histogram.counts().get(bin), "bin " + bin + " of " + histogram);
        }
        assertTrue(histogram.counts().getFirst() > 0 && histogram.counts().getLast() > 0, "no empty ends");
    }
}
