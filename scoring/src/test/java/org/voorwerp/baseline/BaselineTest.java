package org.voorwerp.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

@NullUnmarked
class BaselineTest {

    private static final List<String> CLASSES = List.of("A", "B", "C");
    private static final Labels LABELS = new Labels("label", CLASSES);
    private static final Probabilities PROBABILITIES = new Probabilities("p_", CLASSES);
    private static final Values FRACTION = new Values(List.of(new NumberColumn("f", 0, 1)));
    private static final ClassAnswers TRAIN = new ClassAnswers(CLASSES, new int[] {1, 1, 0, 1, 1}, null);

    private static Material material(TaskKind kind, Answers train, int subjects, Answers heldBack) {
        int known = switch (train) {
            case ClassAnswers(var _, var labels, var _) -> labels.length;
            case ValueAnswers(var _, var values) -> values[0].length;
            case TextAnswers(var texts) -> texts.size();
        };
        return new Material(kind, train, new double[known][0], new double[subjects][0], heldBack);
    }

    private static void assertRowsAddUpToOne(Predictions predictions, int subjects) {
        for (int i = 0; i < subjects; i++) {
            assertNull(PROBABILITIES.check(predictions, i));
        }
    }

    @Test
    void aConstantIsTheMostFrequentClassTheFrequenciesOrTheMean() {
        assertArrayEquals(
                new int[] {1, 1, 1},
                new Constant().predict(material(LABELS, TRAIN, 3, null)).indices(0));
        var frequencies = new Constant().predict(material(PROBABILITIES, TRAIN, 2, null));
        // One A, four B, no C, each counted once more: 2/8, 5/8, 1/8.
        assertEquals(0.25, frequencies.values(0)[1], 1e-12);
        assertEquals(0.625, frequencies.values(1)[1], 1e-12);
        assertEquals(0.125, frequencies.values(2)[1], 1e-12);
        var values = new ValueAnswers(List.of("f"), new double[][] {{0, .25, .5}});
        assertArrayEquals(
                new double[] {.25, .25},
                new Constant().predict(material(FRACTION, values, 2, null)).values(0));
    }

    @Test
    void withoutTrainSubjectsAConstantIsStillValid() {
        var none = new ClassAnswers(CLASSES, new int[0], null);
        assertRowsAddUpToOne(new Constant().predict(material(PROBABILITIES, none, 4, null)), 4);
        var year = new Values(List.of(new NumberColumn("year", 100, 800)));
        var noYears = new ValueAnswers(List.of("year"), new double[][] {{}});
        assertArrayEquals(
                new double[] {100},
                new Constant().predict(material(year, noYears, 1, null)).values(0));
    }

    @Test
    void oneVolunteerIsSureAndLeavesTheOthersSomething() {
        var votes = new ClassAnswers(CLASSES, new int[] {2, -1}, null);
        var labels = new OneVolunteer().predict(material(LABELS, TRAIN, 2, votes));
        assertArrayEquals(new int[] {2, 1}, labels.indices(0), "no vote: the most frequent class");
        var probabilities = new OneVolunteer().predict(material(PROBABILITIES, TRAIN, 2, votes));
        assertEquals(0.9, probabilities.values(2)[0], 1e-12);
        assertEquals(0.05, probabilities.values(0)[0], 1e-12);
        assertEquals(0.625, probabilities.values(1)[1], 1e-12);
        assertRowsAddUpToOne(probabilities, 2);
    }

    @Test
    void oneVolunteerSaysYesOrNoOfValues() {
        var train = new ValueAnswers(List.of("f"), new double[][] {{.2, .4}});
        var votes = new ValueAnswers(List.of("f"), new double[][] {{1, 0, Double.NaN}});

        assertArrayEquals(
                new double[] {1, 0, .3},
                new OneVolunteer().predict(material(FRACTION, train, 3, votes)).values(0),
                1e-12);
    }

    @Test
    void oneVolunteersTextStandsAsItIs() {
        var train = new TextAnswers(List.of("alpha", "alpha", "beta"));
        var votes = new TextAnswers(List.of("gamma", ""));

        assertEquals(
                List.of("gamma", "alpha"),
                new OneVolunteer()
                        .predict(material(new Texts("text", 100), train, 2, votes))
                        .texts(0));
    }

    @Test
    void theNearestCentroidFindsSeparateClouds() {
        var random = new Random(5);
        int[] truth = new int[300];
        double[][] features = new double[300][];
        double[][] centres = {{0, 0}, {500, 0}, {0, 7}};
        for (int i = 0; i < 300; i++) {
            truth[i] = i % 3;
            features[i] = new double[] {
                centres[i % 3][0] + 50 * random.nextGaussian(), centres[i % 3][1] + random.nextGaussian()
            };
        }
        var train = new ClassAnswers(CLASSES, truth, null);
        var labels = new NearestCentroid()
                .predict(new Material(LABELS, train, features, features, null))
                .indices(0);
        var probabilities = new NearestCentroid().predict(new Material(PROBABILITIES, train, features, features, null));

        int right = 0;
        double loss = 0;
        for (int i = 0; i < 300; i++) {
            right += labels[i] == truth[i] ? 1 : 0;
            loss -= Math.log(probabilities.values(truth[i])[i]) / 300;
            assertTrue(probabilities.values(0)[i] >= 0.01 / 3, "no class is impossible");
        }
        assertTrue(right >= 297, right + " of 300");
        assertTrue(loss < 0.1, "log-loss " + loss);
        assertRowsAddUpToOne(probabilities, 300);
    }

    @Test
    void aClassWithoutTrainSubjectsAndMissingFeaturesDoNoHarm() {
        var features = new double[][] {{1, Double.NaN}, {2, 3}, {5, 3}, {6, 3}, {Double.NaN, 3}};
        var predictions = new NearestCentroid().predict(new Material(PROBABILITIES, TRAIN, features, features, null));

        assertRowsAddUpToOne(predictions, 5);
        assertTrue(Arrays.stream(predictions.values(2)).allMatch(p -> p > 0 && p < 0.01));
    }

    /// y = 0.1 + 0.02 a − 0.03 b without noise; the ridge of 1 against 400 rows bends it by a few thousandths.
    @Test
    void linearRegressionFindsAPlaneAndStaysWithinBounds() {
        var random = new Random(6);
        double[][] features = new double[400][];
        double[] truth = new double[400];
        for (int i = 0; i < 400; i++) {
            double a = 10 * random.nextDouble();
            double b = random.nextDouble();
            // The third repeats the first: without the ridge there is no single solution.
            features[i] = new double[] {a, b, 2 * a};
            truth[i] = 0.1 + 0.02 * a - 0.03 * b;
        }
        var train = new ValueAnswers(List.of("f"), new double[][] {truth});
        var test = new double[][] {{5, 0.5, 10}, {1000, 0, 2000}, {-1000, 0, -2000}};
        var predicted = new LinearRegression()
                .predict(new Material(FRACTION, train, features, test, null))
                .values(0);

        assertEquals(0.1 + 0.1 - 0.015, predicted[0], 0.001);
        assertEquals(1, predicted[1]);
        assertEquals(0, predicted[2]);
    }

    @Test
    void whatABaselineCannotDoIsSaid() {
        assertEquals(
                "linear-regression predicts values, nothing else",
                problem(new LinearRegression(), material(LABELS, TRAIN, 1, null)));
        assertEquals(
                "nearest-centroid needs train subjects with attributes or images",
                problem(new NearestCentroid(), material(LABELS, TRAIN, 1, null)));
        assertEquals(
                "one-volunteer needs a vote held back for each test subject",
                problem(new OneVolunteer(), material(LABELS, TRAIN, 1, null)));
        assertEquals(
                "there is no baseline magic; there are constant, one-volunteer, nearest-centroid, linear-regression",
                assertThrows(IllegalArgumentException.class, () -> Baseline.of("magic"))
                        .getMessage());
    }

    private static String problem(Baseline baseline, Material material) {
        return assertThrows(IllegalArgumentException.class, () -> baseline.predict(material))
                .getMessage();
    }

    @Test
    void everyBaselineIsFoundByItsNameAndSuitsSomething() {
        for (var baseline : Baseline.ALL) {
            assertEquals(baseline, Baseline.of(baseline.name()));
            assertTrue(List.of(LABELS, PROBABILITIES, FRACTION).stream().anyMatch(baseline::suits));
        }
    }
}
