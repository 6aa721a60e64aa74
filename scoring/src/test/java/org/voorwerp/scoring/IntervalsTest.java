package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    /// A. Agresti and B. Coull, The American Statistician 52, 1998: 8 of 10.
    @Test
    void shareIsWilsons() {
        var interval = Intervals.share(shares(8, 10));
        assertEquals(0.4902, interval.low(), 5e-5);
        assertEquals(0.9433, interval.high(), 5e-5);
    }

    /// Ten of ten: the lower end is n / (n + z²) = 10 / 13.8415.
    @Test
    void shareOfAllDoesNotCollapse() {
        var interval = Intervals.share(shares(10, 10));
        assertEquals(0.72247, interval.low(), 5e-6);
        assertEquals(1, interval.high());
    }

    /// r = 0.5 with standard error (1 - r²) / √100: atanh 0.5 = 0.549306, ± 0.195996, tanh of both ends.
    @Test
    void betweenMinusOneAndOneIsFishersZ() {
        var interval = Intervals.between(-1, 1, 0.5, 0.075, 100, "z");
        assertEquals(Math.tanh(0.549306 - 0.195996), interval.low(), 1e-6);
        assertEquals(Math.tanh(0.549306 + 0.195996), interval.high(), 1e-6);
    }

    @Test
    void atAnEndOfTheRangeItReachesAsFarAsWilsons() {
        assertEquals(0.72247, Intervals.between(0, 1, 1, 0, 10, "z").low(), 5e-6);
        assertEquals(0, Intervals.between(0, 1, 0, 0, 10, "z").low());
    }

    /// By NumPy: on the logit scale the draws have skewness 0.27, so the upper end is Hall's; the lower one the
    /// plain one, which is lower.
    @Test
    void skewnessOfDrawsMakesAnIntervalOnlyLonger() {
        double[] draws = {0.80, 0.82, 0.85, 0.86, 0.90, 0.93, 0.95, 0.955};
        var interval = Intervals.drawn(0.88, draws, 8);
        assertEquals(0.7091178804304038, interval.low(), 1e-12);
        assertEquals(0.9743307014631071, interval.high(), 1e-12);
    }

    @Test
    void drawsAtAnEndOfTheRangeHaveNoSkewnessThere() {
        double[] draws = {0.8, 0.9, 1};
        assertEquals(
                Intervals.between(0, 1, 0.9, 0.1, 3, "").high(),
                Intervals.drawn(0.9, draws, 3).high(),
                1e-12);
    }

    /// Symmetric rows have no skewness: mean ± z s / √n. Of 1, 2, 3, 4, 5: s² = 2.5, standard error √0.5.
    @Test
    void meanOfSymmetricRowsIsNormal() {
        var interval = known(Intervals.mean(mean(1, 2, 3, 4, 5), 0, Double.MAX_VALUE));
        assertEquals(3 - Intervals.Z * Math.sqrt(0.5), interval.low(), 1e-12);
        assertEquals(3 + Intervals.Z * Math.sqrt(0.5), interval.high(), 1e-12);
    }

    @Test
    void meanOfSkewedRowsReachesFurtherUp() {
        var interval = known(Intervals.mean(mean(0, 0, 0, 0, 0, 0, 0, 0, 0, 1), 0, Double.MAX_VALUE));
        double error = 0.1;
        assertEquals(0, interval.low());
        assertTrue(interval.high() > 0.1 + 2 * Intervals.Z * error, interval.toString());
    }

    @Test
    void oneSubjectSaysNothing() {
        assertNull(Intervals.mean(mean(3), 0, Double.MAX_VALUE));
        assertNull(Intervals.above(0, 3, Double.NaN, "log"));
        assertEquals(0, Intervals.between(0, 1, 0.3, Double.NaN, 1, "logit").low());
    }

    @Test
    void hugeLossesDoNotOverflow() {
        var interval = known(Intervals.mean(mean(1e300, 2e300, 0, 1e-300), 0, Double.MAX_VALUE));
        assertTrue(interval.low() >= 0 && Double.isFinite(interval.high()), interval.toString());
    }

    /// The rows 0 and 1 with weights 1 and 3: mean 0.75, Σ(wφ)² = (1 · 0.75)² + (3 · 0.25)² = 1.125 over 4²,
    /// times n/(n - 1) with n = 16/10.
    @Test
    void standardErrorTakesWeights() {
        var estimate = Estimate.mean(new double[] {0, 1}, new Weights(new double[] {1, 3}, 2));
        assertEquals(0.75, estimate.value());
        assertEquals(Math.sqrt(1.125 / 16 * 1.6 / 0.6), estimate.standardError(), 1e-12);
    }

    @Test
    void averageAddsInfluences() {
        var average = Estimate.average(List.of(mean(1, 2, 3), mean(3, 2, 1)));
        assertEquals(2, average.value());
        assertEquals(0, average.standardError(), 1e-12);
    }

    private static Interval known(@Nullable Interval interval) {
        return Objects.requireNonNull(interval);
    }

    private static Estimate shares(int right, int all) {
        var rows = new double[all];
        Arrays.fill(rows, 0, right, 1);
        return Estimate.mean(rows, new Weights(null, all));
    }

    private static Estimate mean(double... rows) {
        return Estimate.mean(rows, new Weights(null, rows.length));
    }
}
