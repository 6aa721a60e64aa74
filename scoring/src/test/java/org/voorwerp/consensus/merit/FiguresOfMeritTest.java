package org.voorwerp.consensus.merit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.voorwerp.consensus.crowd.CrowdModels;
import org.voorwerp.consensus.crowd.SimulatedCrowd;
import org.voorwerp.consensus.crowd.weighting.WeightedVotes;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;

@NullUnmarked
class FiguresOfMeritTest {

    /// Subject 0: anna a, ben a, carl b. Subject 1: anna b, ben b. Subject 2: carl a.
    private static Votes votes() {
        return Votes.of(
                List.of("a", "b"),
                List.of("s0", "s1", "s2"),
                List.of("anna", "ben", "carl"),
                new int[] {0, 3, 5, 6},
                new int[] {0, 1, 2, 0, 1, 2},
                new char[] {0, 0, 1, 1, 1, 0});
    }

    @Test
    void agreementLeavesTheVolunteersOwnVoteOut() {
        var votes = votes();
        var gold = Gold.of(votes, Map.of("s0", "b", "elsewhere", "a"));
        var figures = new FiguresOfMerit(votes, gold, Map.of());

        // Anna on s0 against ben a, carl b: tied, half a hit. On s1 against ben: a hit. 1.5 of 2.
        var anna = figures.of(0);
        assertEquals(2, anna.others().of());
        assertEquals(0.75, anna.others().value(), 1e-12);
        assertEquals(0, anna.gold().value(), 1e-12);
        // Carl on s0 against a and a: a miss. On s2 there is nobody else.
        var carl = figures.of(2);
        assertEquals(2, carl.votes());
        assertEquals(1, carl.others().of());
        assertEquals(0, carl.others().value(), 1e-12);
        assertEquals(1, carl.gold().value(), 1e-12);
        assertTrue(carl.gold().interval().low() < 0.25, "one vote is no proof");
    }

    @Test
    void agreementBeyondChanceIsCohens() {
        // Anna says a once and b once; the others a ½, b ½ + 1: p_e = ½·¼ + ½·¾ = ½, (0.75 − 0.5) / 0.5.
        var votes = votes();
        assertEquals(
                0.5, new FiguresOfMerit(votes, Gold.none(votes), Map.of()).of(0).beyondChance(), 1e-12);
    }

    @Test
    void theBlindTellNothingAndTheContraryTellAsMuchAsTheRight() {
        var confusion = new double[12][][];
        Arrays.fill(confusion, new double[][] {{0.9, 0.1}, {0.1, 0.9}});
        confusion[0] = new double[][] {{0.5, 0.5}, {0.5, 0.5}};
        confusion[1] = new double[][] {{0.1, 0.9}, {0.9, 0.1}};
        var crowd = SimulatedCrowd.of(confusion, new double[] {0.5, 0.5}, 3000, 6, 4);
        var fit = CrowdModels.builtIn().configure("dawid-skene", Map.of()).fit(crowd.votes());
        var figures = new FiguresOfMerit(crowd.votes(), crowd.truth(), Map.of("dawid-skene", fit));

        // 1 + 0.9 log2 0.9 + 0.1 log2 0.1 = 0.531 bits.
        assertEquals(0, bits(figures, 0), 0.01);
        assertEquals(0.531, bits(figures, 1), 0.05);
        assertEquals(0.531, bits(figures, 5), 0.05);
        var blind = figures.of(0).skills().get("dawid-skene").information().interval();
        assertTrue(blind.low() == 0 && blind.high() < 0.1);
        assertEquals(0.1, figures.of(1).gold().value(), 0.03);
    }

    private static double bits(FiguresOfMerit figures, int volunteer) {
        return figures.of(volunteer).skills().get("dawid-skene").information().bits();
    }

    @Test
    void consensusUnderGivenWeightsCountsByWeight() {
        var votes = votes();
        var fit = WeightedVotes.under(votes, Gold.none(votes), new double[] {1, 1, 3});

        // s0: a has 2, b has 3.
        assertEquals(0.4, fit.posterior()[0][0], 1e-12);
        assertArrayEquals(new int[] {1, 1, 0}, fit.labels());
        // Who all weigh nothing are counted alike.
        assertEquals(
                1,
                WeightedVotes.under(votes, Gold.none(votes), new double[] {0, 0, 0})
                        .posterior()[1][1],
                1e-12);
        assertEquals(
                "the weight of volunteer ben must be 0 or more, not -1.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> WeightedVotes.under(votes, Gold.none(votes), new double[] {1, -1, 1}))
                        .getMessage());
    }

    @Test
    void betterWeightsGiveABetterConsensus() {
        var random = SimulatedCrowd.random(3);
        var confusion = new double[40][2][2];
        var weights = new double[40];
        for (int j = 0; j < 40; j++) {
            double s = j % 4 == 0 ? 0.95 : 0.5 + 0.1 * random.nextDouble();
            confusion[j] = new double[][] {{s, 1 - s}, {1 - s, s}};
            weights[j] = Math.log(s / (1 - s));
        }
        var crowd = SimulatedCrowd.of(confusion, new double[] {0.5, 0.5}, 4000, 7, 6);
        var ones = new double[40];
        Arrays.fill(ones, 1);

        int plain = right(
                crowd,
                WeightedVotes.under(crowd.votes(), Gold.none(crowd.votes()), ones)
                        .labels());
        int weighted = right(
                crowd,
                WeightedVotes.under(crowd.votes(), Gold.none(crowd.votes()), weights)
                        .labels());

        assertTrue(weighted > plain + 200, () -> weighted + " against " + plain);
    }

    private static int right(SimulatedCrowd crowd, int[] labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += labels[i] == crowd.truth().labels()[i] ? 1 : 0;
        }
        return right;
    }
}
