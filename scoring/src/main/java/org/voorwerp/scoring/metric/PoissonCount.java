package org.voorwerp.scoring.metric;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A count to draw that has a Poisson distribution, or nearly: a large one is a count of a power of two as its mean,
/// stretched and moved so that mean and variance are those of a Poisson count. So a few tables are enough, made once.
/// It is then no whole number, but never below zero, and its skewness is at most 1.5 times that of the Poisson
/// distribution, or below 0.02.
///
/// @param shift what a count is less than `scale` times the one drawn
record PoissonCount(PoissonTable table, double scale, double shift) {

    private static final int SMALLEST = 5;

    /// Of the means 2⁵ to 2¹².
    private static final PoissonTable[] POWERS = IntStream.rangeClosed(SMALLEST, 12)
            .mapToObj(power -> new PoissonTable(1 << power))
            .toArray(PoissonTable[]::new);

    /// @param mean at least 0
    static PoissonCount of(double mean) {
        int power = Math.getExponent(mean) - SMALLEST;
        if (power < 0) {
            return new PoissonCount(new PoissonTable(Math.max(mean, Double.MIN_NORMAL)), 1, 0);
        }
        var table = POWERS[Math.min(power, POWERS.length - 1)];
        double scale = Math.sqrt(mean / table.mean());
        return new PoissonCount(table, scale, scale * table.mean() - mean);
    }

    double draw(RandomGenerator random) {
        return scale * table.draw(random) - shift;
    }
}
