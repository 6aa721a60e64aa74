package org.voorwerp.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Weights;

class TiesTest {

    private static final int SUBJECTS = 400;
    private static final int[] ALONE = IntStream.range(0, SUBJECTS).toArray();

    /// The accuracy of a team that gets a subject with the chance `skill`, half of its luck shared with all others:
    /// subjects are hard for everybody or for nobody.
    private static Estimate accuracy(double skill, double[] hardness, Random random) {
        var right = new double[hardness.length];
        for (int i = 0; i < right.length; i++) {
            double luck = random.nextBoolean() ? hardness[i] : random.nextDouble();
            right[i] = luck < skill ? 1 : 0;
        }
        return Estimate.mean(right, new Weights(null, right.length));
    }

    private static double[] hardness(Random random) {
        return random.doubles(SUBJECTS).toArray();
    }

    @Test
    void tenEquallyGoodTeamsAreTied() {
        int allTied = 0;
        for (int run = 0; run < 200; run++) {
            var random = new Random(run);
            var hardness = hardness(random);
            var teams = IntStream.range(0, 10)
                    .mapToObj(team -> accuracy(0.8, hardness, random))
                    .toList();
            var ties = Ties.of(teams, ALONE, Direction.HIGHER_IS_BETTER, run);
            allTied += ties.places().stream().allMatch(Ties.Place::tiedWithLeader) ? 1 : 0;
        }
        int tied = allTied;
        assertTrue(tied >= 190, () -> "all tied in " + tied + " of 200 runs");
    }

    @Test
    void aGapOfFiveStandardErrorsIsTold() {
        int told = 0;
        for (int run = 0; run < 200; run++) {
            var random = new Random(1000 + run);
            var first = accuracy(0.8, hardness(random), random);
            double[] shifted = first.influence().clone();
            for (int i = 0; i < shifted.length; i++) {
                shifted[i] = first.influence()[i] + random.nextGaussian();
            }
            double error = 1 / Math.sqrt(SUBJECTS);
            var second = new Estimate(first.value() - 5 * error, shifted, first.weights());
            var ties = Ties.of(List.of(second, first), ALONE, Direction.HIGHER_IS_BETTER, run);
            assertEquals(1, ties.places().getFirst().team());
            told += ties.places().getLast().tiedWithLeader() ? 0 : 1;
        }
        int apart = told;
        assertTrue(apart >= 198, () -> "told apart in " + apart + " of 200 runs");
    }

    /// Ten subjects a group, all alike: there are only as many independent subjects as groups.
    @Test
    void groupsAreDrawnWhole() {
        var random = new Random(5);
        var a = new double[SUBJECTS];
        var b = new double[SUBJECTS];
        var groups = new int[SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            groups[i] = i / 10;
            a[i] = i % 10 == 0 ? random.nextGaussian() : a[i - 1];
            b[i] = i % 10 == 0 ? random.nextGaussian() + 0.25 : b[i - 1];
        }
        var weights = new Weights(null, SUBJECTS);
        var teams = List.of(Estimate.mean(a, weights), Estimate.mean(b, weights));
        var alone =
                Ties.of(teams, ALONE, Direction.HIGHER_IS_BETTER, 1).places().getLast();
        var grouped =
                Ties.of(teams, groups, Direction.HIGHER_IS_BETTER, 1).places().getLast();
        // Ten times fewer independent subjects make the error √10 times larger.
        assertTrue(grouped.fromLeader() > 5 * alone.fromLeader(), alone + " " + grouped);
        assertFalse(alone.tiedWithLeader());
        assertTrue(grouped.tiedWithLeader());
    }

    @Test
    void whoeverSumsUpTheGroupsBeforehandGetsTheSame() {
        var random = new Random(8);
        var groups = random.ints(SUBJECTS, 0, 40).toArray();
        // Some groups weigh nothing.
        var weights = new Weights(
                IntStream.of(groups)
                        .mapToDouble(g -> g < 3 ? 0 : random.nextDouble())
                        .toArray(),
                SUBJECTS);
        var hardness = hardness(random);
        var teams = DoubleStream.of(0.7, 0.72, 0.5)
                .mapToObj(
                        skill -> Estimate.mean(accuracy(skill, hardness, random).influence(), weights))
                .toList();
        var places = Ties.of(teams, groups, Direction.HIGHER_IS_BETTER, 6).places();
        var summed = Ties.of(
                        teams.stream().map(team -> team.byGroup(groups)).toList(),
                        IntStream.range(0, 40).toArray(),
                        Direction.HIGHER_IS_BETTER,
                        6)
                .places();
        for (int i = 0; i < 3; i++) {
            assertEquals(places.get(i).team(), summed.get(i).team());
            assertEquals(places.get(i).bestRank(), summed.get(i).bestRank());
            assertEquals(places.get(i).worstRank(), summed.get(i).worstRank());
            assertEquals(places.get(i).fromLeader(), summed.get(i).fromLeader(), 1e-6);
            assertEquals(places.get(i).fromNext(), summed.get(i).fromNext(), 1e-6);
        }
    }

    @Test
    void ranksSpreadAsFarAsTheScoresDo() {
        var random = new Random(9);
        var hardness = hardness(random);
        var teams = List.of(
                accuracy(0.95, hardness, random),
                accuracy(0.7, hardness, random),
                accuracy(0.7, hardness, random),
                accuracy(0.3, hardness, random));
        var places = Ties.of(teams, ALONE, Direction.HIGHER_IS_BETTER, 2).places();
        assertEquals(
                List.of(1, 1),
                List.of(places.getFirst().bestRank(), places.getFirst().worstRank()));
        assertEquals(
                List.of(2, 3), List.of(places.get(1).bestRank(), places.get(2).worstRank()));
        assertEquals(
                List.of(4, 4),
                List.of(places.getLast().bestRank(), places.getLast().worstRank()));
        assertTrue(places.get(1).fromNext() > Ties.LEVEL && places.get(2).fromNext() < Ties.LEVEL, places::toString);
    }

    @Test
    void theSameSeedGivesTheSameAndLowerMayBeBetter() {
        var random = new Random(3);
        var hardness = hardness(random);
        var teams = List.of(accuracy(0.5, hardness, random), accuracy(0.6, hardness, random));
        var once = Ties.of(teams, ALONE, Direction.LOWER_IS_BETTER, 4);
        assertEquals(once, Ties.of(teams, ALONE, Direction.LOWER_IS_BETTER, 4));
        assertEquals(0, once.places().getFirst().team());
        assertEquals(
                List.of(),
                Ties.of(List.of(), ALONE, Direction.LOWER_IS_BETTER, 4).places());
    }

    /// Submissions of equal predictions cannot differ by chance either.
    @Test
    void copiesAreTied() {
        var random = new Random(3);
        var one = accuracy(0.5, hardness(random), random);
        var places =
                Ties.of(List.of(one, one), ALONE, Direction.HIGHER_IS_BETTER, 4).places();
        assertTrue(places.getLast().tiedWithLeader());
        assertEquals(1, places.getLast().bestRank());
    }

    /// By hand: of four comparisons .01 · 4 = .04, .02 · 3 = .06, .03 · 2 = .06, .5 · 1; with two more that were not
    /// made .01 · 6, .02 · 5, .03 · 4, .5 · 3, none above 1 and none below the one before it.
    @Test
    void holmsCorrectionIsAsPublished() {
        double[] p = {0.02, 0.5, 0.01, 0.03};
        assertArrayEquals(new double[] {0.06, 0.5, 0.04, 0.06}, Ties.holm(p, 4), 1e-15);
        assertArrayEquals(new double[] {0.10, 1, 0.06, 0.12}, Ties.holm(p, 6), 1e-15);
    }
}
