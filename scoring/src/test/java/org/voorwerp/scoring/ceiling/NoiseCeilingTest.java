package org.voorwerp.scoring.ceiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

/// Expected values are sums over all that can be voted, which for few votes can be gone through one by one.
class NoiseCeilingTest {

    private static final int SUBJECTS = 300;
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final TaskKind LABELS = new Labels("label", CLASSES);
    private static final TaskKind PROBABILITIES = new Probabilities("p_", CLASSES);

    /// Votes on three classes, three to seven a subject.
    private final int[][] votes = votes();

    @Test
    void crowdsAccuracyIsTheChanceThatThePluralityStays() {
        double expected = Arrays.stream(votes)
                .mapToDouble(counts -> expectation(counts, drawn -> commonest(drawn) == commonest(counts) ? 1 : 0))
                .average()
                .orElseThrow();
        assertLine(expected, ceiling(LABELS, "accuracy").crowd(), 0.004);
    }

    @Test
    void crowdsBrierAgainstTheVotesIsThatOfAllDraws() {
        double expected = Arrays.stream(votes)
                .mapToDouble(counts -> expectation(counts, drawn -> {
                    double sum = 0;
                    double n = Arrays.stream(counts).sum();
                    for (int k = 0; k < 3; k++) {
                        double miss = (drawn[k] + 1 / 3.0) / (n + 1) - counts[k] / n;
                        sum += miss * miss;
                    }
                    return sum;
                }))
                .average()
                .orElseThrow();
        assertLine(expected, ceiling(PROBABILITIES, "soft-brier").crowd(), 0.003);
    }

    @Test
    void volunteersAccuracyIsTheShareOfVotesThatTheOthersConfirm() {
        double expected = Arrays.stream(votes)
                .mapToDouble(counts -> {
                    double sum = 0;
                    for (int k = 0; k < 3; k++) {
                        if (counts[k] > 0) {
                            int[] rest = counts.clone();
                            rest[k]--;
                            sum += counts[k] * (commonest(rest) == k ? 1 : 0);
                        }
                    }
                    return sum / Arrays.stream(counts).sum();
                })
                .average()
                .orElseThrow();
        assertLine(expected, ceiling(LABELS, "accuracy").volunteer(), 0.004);
    }

    @Test
    void volunteersLogLossIsThatOfNineInTen() {
        double accuracy =
                Objects.requireNonNull(ceiling(LABELS, "accuracy").volunteer()).value();
        double expected = -accuracy * Math.log(0.9) - (1 - accuracy) * Math.log(0.05);
        assertLine(expected, ceiling(PROBABILITIES, "log-loss").volunteer(), 0.02);
    }

    /// The mean over subjects of f (1 − f) / N for the crowd.
    @Test
    void crowdsErrorOfFractionsIsTheBinomialVariance() {
        var kind = new Values(List.of(new NumberColumn("f", 0, 1)));
        var fractions = new double[SUBJECTS];
        var counts = new int[SUBJECTS];
        double crowd = 0;
        double volunteer = 0;
        for (int i = 0; i < SUBJECTS; i++) {
            counts[i] = Arrays.stream(votes[i]).sum();
            fractions[i] = (double) votes[i][0] / counts[i];
            crowd += fractions[i] * (1 - fractions[i]) / counts[i] / SUBJECTS;
            double others = counts[i] - 1;
            double ifYes = 1 - (votes[i][0] - 1) / others;
            double ifNo = votes[i][0] / others;
            volunteer += (fractions[i] * ifYes * ifYes + (1 - fractions[i]) * ifNo * ifNo) / SUBJECTS;
        }
        var truth = truth(new ValueAnswers(List.of("f"), new double[][] {fractions}), counts);
        var ceiling = NoiseCeiling.of(List.of(metric(kind, "mse")), kind, truth, Part.PUBLIC)
                .get("mse");
        assertNotNull(ceiling);
        assertLine(crowd, ceiling.crowd(), 0.001);
        assertLine(volunteer, ceiling.volunteer(), 0.01);
    }

    @Test
    void crowdStandsAboveOneVolunteer() {
        for (var name : List.of("accuracy", "f1", "matthews")) {
            var ceiling = ceiling(LABELS, name);
            var crowd = Objects.requireNonNull(ceiling.crowd());
            var volunteer = Objects.requireNonNull(ceiling.volunteer());
            assertTrue(crowd.low() > volunteer.high(), ceiling.toString());
        }
    }

    @Test
    void withoutVotesThereIsNoCeiling() {
        var metrics = List.<ConfiguredMetric<?>>of(metric(LABELS, "accuracy"));
        var answers = new ClassAnswers(CLASSES, new int[SUBJECTS], null);
        assertEquals(Map.of(), NoiseCeiling.of(metrics, LABELS, truth(answers, null), Part.PUBLIC));
        var single = new int[SUBJECTS];
        Arrays.fill(single, 1);
        assertEquals(Map.of(), NoiseCeiling.of(metrics, LABELS, truth(classAnswers(), single), Part.PUBLIC));
        assertEquals(Map.of(), NoiseCeiling.of(metrics, LABELS, truth(), Part.PRIVATE));
    }

    @Test
    void whatTheDrawnVotesDoNotAllowHasNoLine() {
        // All truth is one class, so balanced accuracy is undefined however the votes fall.
        var fractions = new double[][] {new double[SUBJECTS], new double[SUBJECTS], new double[SUBJECTS]};
        Arrays.fill(fractions[0], 1);
        var votes = new int[SUBJECTS];
        Arrays.fill(votes, 5);
        var truth = truth(new ClassAnswers(CLASSES, new int[SUBJECTS], fractions), votes);
        var ceiling = NoiseCeiling.of(List.of(metric(LABELS, "balanced-accuracy")), LABELS, truth, Part.PUBLIC)
                .get("balanced-accuracy");
        assertNotNull(ceiling);
        assertNull(ceiling.crowd());
        assertNull(ceiling.volunteer());
    }

    @Test
    void theSameAgain() {
        assertEquals(ceiling(LABELS, "f1"), ceiling(LABELS, "f1"));
    }

    private static void assertLine(double expected, NoiseCeiling.@Nullable Line line, double tolerance) {
        assertNotNull(line);
        assertEquals(expected, line.value(), tolerance);
        assertTrue(line.low() < expected && expected < line.high(), line + " " + expected);
    }

    private NoiseCeiling ceiling(TaskKind kind, String name) {
        return Objects.requireNonNull(NoiseCeiling.of(List.of(metric(kind, name)), kind, truth(), Part.PUBLIC)
                .get(name));
    }

    private static ConfiguredMetric<?> metric(TaskKind kind, String name) {
        return Metrics.load(NoiseCeilingTest.class.getClassLoader()).configure(kind, name, name, null, Map.of(), true);
    }

    private Truth truth() {
        return truth(
                classAnswers(),
                Arrays.stream(votes)
                        .mapToInt(counts -> Arrays.stream(counts).sum())
                        .toArray());
    }

    private ClassAnswers classAnswers() {
        var fractions = new double[3][SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            for (int k = 0; k < 3; k++) {
                fractions[k][i] = (double) votes[i][k] / Arrays.stream(votes[i]).sum();
            }
        }
        return new ClassAnswers(
                CLASSES,
                Arrays.stream(votes).mapToInt(NoiseCeilingTest::commonest).toArray(),
                fractions);
    }

    private static Truth truth(Answers answers, int @Nullable [] votes) {
        var parts = new Part[SUBJECTS];
        Arrays.fill(parts, Part.PUBLIC);
        var ids = IntStream.range(0, SUBJECTS).mapToObj(i -> "s" + i).toList();
        return new Truth(SubjectIndex.of(ids), parts, votes, answers);
    }

    private static int[][] votes() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        var votes = new int[SUBJECTS][3];
        for (int[] counts : votes) {
            int truth = random.nextInt(3);
            int n = 3 + random.nextInt(5);
            for (int vote = 0; vote < n; vote++) {
                counts[random.nextDouble() < 0.7 ? truth : random.nextInt(3)]++;
            }
        }
        return votes;
    }

    private static int commonest(int[] counts) {
        int best = 0;
        for (int k = 1; k < counts.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return best;
    }

    private interface OfCounts {
        double of(int[] drawn);
    }

    /// The mean of something over all ways in which as many votes can fall.
    private static double expectation(int[] counts, OfCounts what) {
        int n = Arrays.stream(counts).sum();
        var all = new ArrayList<int[]>();
        for (int a = 0; a <= n; a++) {
            for (int b = 0; b <= n - a; b++) {
                all.add(new int[] {a, b, n - a - b});
            }
        }
        double sum = 0;
        for (int[] drawn : all) {
            double p = 1;
            int left = n;
            for (int k = 0; k < 3; k++) {
                for (int vote = 0; vote < drawn[k]; vote++) {
                    p *= (double) left-- / (vote + 1) * counts[k] / n;
                }
            }
            sum += p * what.of(drawn);
        }
        return sum;
    }
}
