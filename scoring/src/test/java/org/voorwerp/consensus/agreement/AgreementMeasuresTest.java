package org.voorwerp.consensus.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.voorwerp.consensus.agreement.Scale.Distances;
import org.voorwerp.consensus.agreement.Scale.Nominal;
import org.voorwerp.consensus.agreement.Scale.Ordinal;
import org.voorwerp.consensus.crowd.SimulatedCrowd;

@NullUnmarked
class AgreementMeasuresTest {

    /// Four observers, twelve units, values 1 to 5, some missing: K. Krippendorff, Computing Krippendorff's
    /// Alpha-Reliability, 2011, example C.

    private static int[][] krippendorffsExample() {
        int[][] units = {
            {1, 1, 0, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3}, {2, 2, 2, 2}, {1, 2, 3, 4},
            {4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {0, 5, 5, 5}, {0, 0, 1, 1}, {0, 3, 0, 0}
        };
        var counts = new int[5][units.length];
        for (int i = 0; i < units.length; i++) {
            for (int value : units[i]) {
                if (value > 0) {
                    counts[value - 1][i]++;
                }
            }
        }
        return counts;
    }

    @Test
    void alphaIsThatOfKrippendorffsOwnExampleOnEveryScale() {
        var coincidences = Coincidences.of(krippendorffsExample());

        assertEquals(40, coincidences.n(), 1e-12);
        assertEquals(0.743, Krippendorff.alpha(coincidences, new Nominal()), 0.0005);
        assertEquals(0.815, Krippendorff.alpha(coincidences, new Ordinal()), 0.0005);
        assertEquals(0.849, Krippendorff.alpha(coincidences, new Distances(new double[] {1, 2, 3, 4, 5})), 0.0005);
    }

    @Test
    void theIntervalIsTheSameForTheSameSeedAndNarrowsWithSubjects() {
        var few = Krippendorff.of(krippendorffsExample(), new Nominal(), 1);
        var counts = new int[5][];
        for (int k = 0; k < 5; k++) {
            var one = krippendorffsExample()[k];
            counts[k] = new int[one.length * 100];
            for (int i = 0; i < counts[k].length; i++) {
                counts[k][i] = one[i % one.length];
            }
        }
        var many = Krippendorff.of(counts, new Nominal(), 1);

        assertEquals(few, Krippendorff.of(krippendorffsExample(), new Nominal(), 1));
        assertTrue(few.interval().low() < few.alpha()
                && few.alpha() < few.interval().high());
        double narrower = (few.interval().high() - few.interval().low())
                / (many.interval().high() - many.interval().low());
        assertTrue(narrower > 7 && narrower < 14, () -> "narrower by " + narrower);
    }

    @Test
    void theIntervalHoldsTheAlphaOfManySubjectsAsOftenAsItPromises() {
        var confusion = new double[10][][];
        Arrays.fill(confusion, new double[][] {{0.8, 0.2}, {0.3, 0.7}});
        var prior = new double[] {0.6, 0.4};
        double truth = Krippendorff.alpha(
                Coincidences.of(SimulatedCrowd.of(confusion, prior, 200_000, 5, 1)
                        .votes()
                        .counts()),
                new Nominal());
        int inside = 0;
        for (int n = 0; n < 200; n++) {
            var crowd = SimulatedCrowd.of(confusion, prior, 150, 5, n + 10);
            var interval =
                    Krippendorff.of(crowd.votes().counts(), new Nominal(), n).interval();
            inside += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }
        int held = inside;
        assertTrue(inside > 180 && inside <= 198, () -> held + " of 200");
    }

    @Test
    void withoutTwoVotesOrTwoClassesThereIsNoAgreement() {
        assertNull(Krippendorff.of(new int[][] {{1, 0}, {0, 1}}, new Nominal(), 1));
        assertNull(Krippendorff.of(new int[][] {{2, 3}, {0, 0}}, new Nominal(), 1));
        assertNull(FleissKappa.of(new int[][] {{1, 0}, {0, 1}}));
        assertNull(FleissKappa.of(new int[][] {{2, 3}, {0, 0}}));
        assertNull(FleissKappa.of(new int[0][0]));
    }

    @Test
    void kappaIsThatOfFleissesExample() {
        // Fourteen votes on ten subjects, five classes; κ = 0.210 in every textbook.
        int[][] subjects = {
            {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
            {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
        };
        var counts = new int[5][10];
        for (int i = 0; i < 10; i++) {
            for (int k = 0; k < 5; k++) {
                counts[k][i] = subjects[i][k];
            }
        }
        var kappa = FleissKappa.of(counts);
        assertEquals(0.2099, kappa.kappa(), 0.0001);
        assertTrue(kappa.equalVotes());
        counts[0][0] = 1;
        assertFalse(FleissKappa.of(counts).equalVotes());
    }

    @Test
    void confusionBetweenVolunteersIsThatOfPairs() {
        // Votes (2, 1): the pairs of different volunteers are a-a, a-b twice each way. o_aa = 2·1/2 = 1, o_ab = 2·1/2 =
        // 1, so of an a's partners half say a; a b's partners all say a.
        var confusion = Coincidences.of(new int[][] {{2}, {1}}).confusion();

        assertEquals(0.5, confusion[0][0], 1e-12);
        assertEquals(0.5, confusion[0][1], 1e-12);
        assertEquals(1, confusion[1][0], 1e-12);
    }

    @Test
    void digammaIsScipys() {
        double[] expected = {
            -10.423754940411076, -1.9635100260214235, -0.5772156649015329, 1.1671535393615113, 3.198742512851974
        };
        double[] at = {0.1, 0.5, 1, 3.7, 25};
        for (int i = 0; i < at.length; i++) {
            assertEquals(expected[i], Dispersion.digamma(at[i]), 1e-11);
        }
    }

    @Test
    void whatIsUnknownGoesWithVotesWhileDispersionStays() {
        assertEquals(1, Dispersion.entropy(new int[] {2, 2}), 1e-12);
        assertEquals(1, Dispersion.entropy(new int[] {2000, 2000}), 1e-12);
        assertTrue(Dispersion.unknown(new int[] {2, 2}) > 0.1);
        assertTrue(Dispersion.unknown(new int[] {2000, 2000}) < 0.001);
        assertEquals(0, Dispersion.entropy(new int[] {5, 0}), 1e-12);
    }
}
