package org.voorwerp.challenges.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final int DRAWS = 40_000;

    private final Chance chance = Chance.of(1, "test", 0);

    @Test
    void theSameSeedPurposeAndIndexGiveTheSameDraws() {
        var one = Chance.of(7, "hand", 3);
        var other = Chance.of(7, "hand", 3);
        for (int i = 0; i < 100; i++) {
            assertEquals(one.normal(), other.normal());
        }
    }

    @Test
    void anotherPurposeOrIndexGivesOtherDraws() {
        double draw = Chance.of(7, "hand", 3).uniform();
        assertNotEquals(draw, Chance.of(7, "hand", 4).uniform());
        assertNotEquals(draw, Chance.of(7, "sheet", 3).uniform());
        assertNotEquals(draw, Chance.of(8, "hand", 3).uniform());
    }

    /// Fixed here so that a change of algorithm, or of a function of the standard library, does not go unseen: the
    /// packs and with them every score would change.
    @Test
    void theFirstDrawsAreWhatTheyHaveAlwaysBeen() {
        var fixed = Chance.of(2011, "fixed", 0);
        assertEquals("151ab5b58fad675b", fixed.hex(16));
        assertEquals(1.3635167009980191, fixed.normal());
        assertEquals(4.320690733618227, fixed.gamma(2.5));
    }

    @Test
    void normalDrawsHaveTheirMomentsAndSoDoGammaDraws() {
        var normal =
                DoubleStream.generate(() -> chance.normal(3, 2)).limit(DRAWS).toArray();
        assertEquals(3, mean(normal), 0.05);
        assertEquals(4, variance(normal), 0.15);
        // Mean and variance of a gamma draw with scale 1 are both its shape.
        for (double shape : new double[] {0.4, 1, 6.5}) {
            var gamma = DoubleStream.generate(() -> chance.gamma(shape))
                    .limit(DRAWS)
                    .toArray();
            assertEquals(shape, mean(gamma), 0.03 * shape + 0.01);
            assertEquals(shape, variance(gamma), 0.08 * shape + 0.02);
        }
    }

    @Test
    void dirichletSharesAddUpToOneAboutTheirMean() {
        double first = 0;
        for (int i = 0; i < 5_000; i++) {
            var shares = chance.dirichlet(new double[] {0.5, 0.3, 0.2}, 8);
            assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
            first += shares[0] / 5_000;
        }
        assertEquals(0.5, first, 0.01);
    }

    @Test
    void anIndexIsPickedAsOftenAsItsWeightSays() {
        var picked = new int[3];
        for (int i = 0; i < DRAWS; i++) {
            picked[chance.pick(new double[] {1, 0, 3})]++;
        }
        assertEquals(0, picked[1]);
        assertTrue(Math.abs(picked[0] - DRAWS / 4) < 400, () -> "picked " + Arrays.toString(picked));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }
}
