package org.voorwerp.consensus.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voorwerp.consensus.vote.Gold;

class FitsTest {

    @Test
    void aModelIsFittedOnceUnderTheParametersOfWhoeverAskedFirst() {
        var half = new double[][] {{0.8, 0.2}, {0.3, 0.7}};
        var votes = SimulatedCrowd.of(new double[][][] {half, half, half, half}, new double[] {0.5, 0.5}, 50, 3, 1)
                .votes();
        var fits = new Fits(votes, Gold.none(votes));
        var models = CrowdModels.builtIn();
        var asked = models.configure("dawid-skene", Map.of("iterations", 1));

        var other = fits.of(models.configure("opinion-pool", Map.of()));
        var first = fits.of(asked);

        assertSame(first, fits.of(models.configure("dawid-skene", Map.of())));
        assertSame(other, fits.of(models.configure("opinion-pool", Map.of())));
        assertNotSame(first, other);
        assertEquals(1, first.convergence().iterations());
        assertEquals(
                List.of("opinion-pool", "dawid-skene"), List.copyOf(fits.made().keySet()));
    }
}
