package org.voorwerp.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.voorwerp.board.ShakeUp.Move;
import org.voorwerp.board.ShakeUp.Pair;
import org.voorwerp.scoring.Direction;

class ShakeUpTest {

    /// Public a > b = c > d, private b > a > d > c. Of the six pairs ab turns round, cd turns round, ac, ad and bd
    /// agree, bc is tied in public: τ_b = (3 − 2) / √(5 · 6), which SciPy 1.10's kendalltau gives as 0.182574.
    @Test
    void placesAndTauAreAsByHand() {
        var shakeUp = ShakeUp.of(
                List.of(
                        new Pair("a", 0.9, 0.8, 0.01),
                        new Pair("b", 0.8, 0.85, 0.01),
                        new Pair("c", 0.8, 0.6, 0.01),
                        new Pair("d", 0.7, 0.65, 0.01)),
                Direction.HIGHER_IS_BETTER);
        assertEquals(0.18257418583505536, shakeUp.kendall(), 1e-15);
        assertEquals(
                List.of(
                        new Move("b", 0.8, 0.85, 2, 1),
                        new Move("a", 0.9, 0.8, 1, 2),
                        new Move("d", 0.7, 0.65, 4, 3),
                        new Move("c", 0.8, 0.6, 2, 4)),
                shakeUp.moves());
        // (1 + 1 + 2 + 1) / 4 teams / 4 places
        assertEquals(5 / 16.0, shakeUp.meanMove(), 1e-15);
    }

    @Test
    void lowerMayBeBetter() {
        var shakeUp = ShakeUp.of(List.of(new Pair("a", 2, 1, 1), new Pair("b", 1, 2, 1)), Direction.LOWER_IS_BETTER);
        assertEquals(List.of(new Move("a", 2, 1, 2, 1), new Move("b", 1, 2, 1, 2)), shakeUp.moves());
        assertEquals(-1, shakeUp.kendall(), 1e-15);
    }

    @Test
    void spreadOfChanceAloneIsAllNoise() {
        var random = new Random(8);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < 2000; i++) {
            double skill = random.nextDouble();
            pairs.add(new Pair(
                    "t" + i, skill + 0.03 * random.nextGaussian(), skill + 0.04 * random.nextGaussian(), 0.05));
        }
        double noise = ShakeUp.of(pairs, Direction.HIGHER_IS_BETTER).noise();
        assertTrue(Math.abs(noise - 1) < 0.1, () -> "noise " + noise);
    }
}
