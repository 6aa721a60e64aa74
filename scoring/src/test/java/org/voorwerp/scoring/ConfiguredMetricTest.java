package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;

class ConfiguredMetricTest {

    private static final TaskKind LABELS = new Labels("label", List.of("a", "b"));
    private static final TaskKind VALUES = new Values(List.of(new NumberColumn("v", 0, 1)));

    /// Right on the subjects of certainty 0.9 and 0.8, wrong on that of 0.6.
    @Test
    void certainSubjectsCountMore() {
        var answers = new ClassAnswers(
                List.of("a", "b"), new int[] {0, 1, 0}, new double[][] {{0.9, 0.2, 0.6}, {0.1, 0.8, 0.4}});
        var truth = truth(answers, new int[] {10, 20, 30});
        var predictions = new Predictions(List.of(new ClassCells(new int[] {0, 1, 1})));
        var accuracy = metric(LABELS, "accuracy");
        assertEquals(2 / 3.0, score(accuracy, LABELS, truth, predictions), 1e-15);
        assertEquals(1.7 / 2.3, score(accuracy.weighted(SubjectWeight.CERTAINTY), LABELS, truth, predictions), 1e-15);
        assertEquals(0.5, score(accuracy.weighted(SubjectWeight.VOTES), LABELS, truth, predictions), 1e-15);
        // Given weights come on top.
        assertEquals(
                10 * 2 / (10 * 2 + 20 + 30.0) + 20 / 70.0,
                accuracy.weighted(SubjectWeight.VOTES)
                        .score(LABELS, truth, predictions, new int[] {0, 1, 2}, new double[] {2, 1, 1})
                        .value(),
                1e-15);
    }

    @Test
    void certaintyOfAFractionIsThatOfItsWinner() {
        var truth = truth(new ValueAnswers(List.of("v"), new double[][] {{0.1, 0.5, 0.75}}), null);
        assertArrayEquals(new double[] {0.9, 0.5, 0.75}, SubjectWeight.CERTAINTY.of(truth, Rows.first(3)), 1e-15);
    }

    @Test
    void whatTheTruthDoesNotHoldIsSaid() {
        var labels = truth(new ClassAnswers(List.of("a", "b"), new int[] {0, 1, 0}, null), null);
        assertEquals(
                "the weight certainty needs the fractions of the votes, and the truth holds labels only",
                refusal(SubjectWeight.CERTAINTY, labels));
        assertEquals(
                "the weight votes needs to know how many votes each subject has", refusal(SubjectWeight.VOTES, labels));
        var counts = truth(new ValueAnswers(List.of("v"), new double[][] {{0.1, 7, 0.75}}), new int[3]);
        assertEquals(
                "the weight certainty needs classes or a single column of vote fractions",
                refusal(SubjectWeight.CERTAINTY, counts));
        assertEquals(
                "no subject has a vote, so with the weight votes none counts", refusal(SubjectWeight.VOTES, counts));
    }

    /// A hundred groups of four equal subjects know as much as a hundred subjects.
    @ParameterizedTest
    @ValueSource(strings = {"mae", "rmse", "roc-auc", "pearson", "r2"})
    void equalMembersOfAGroupKnowNothingMore(String name) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        var truths = random.doubles(100).toArray();
        var predicted =
                Arrays.stream(truths).map(t -> t + 0.3 * random.nextGaussian()).toArray();
        int[] fourTimes = IntStream.range(0, 400).map(i -> i / 4).toArray();
        var once = grouped(name, truths, predicted, IntStream.range(0, 100).toArray());
        var repeated = grouped(name, pick(truths, fourTimes), pick(predicted, fourTimes), fourTimes);
        assertEquals(once.value(), repeated.value(), 1e-12);
        var narrow = Objects.requireNonNull(once.interval());
        var wide = Objects.requireNonNull(repeated.interval());
        assertEquals(narrow.low(), wide.low(), 1e-9);
        assertEquals(narrow.high(), wide.high(), 1e-9);
        assertTrue(narrow.low() < once.value() && once.value() < narrow.high());
    }

    private static Score grouped(String name, double[] truths, double[] predicted, int[] groups) {
        var truth = truth(new ValueAnswers(List.of("v"), new double[][] {truths}), null);
        var predictions = new Predictions(List.of(new NumberCells(predicted)));
        int[] rows = IntStream.range(0, truths.length).toArray();
        return metric(VALUES, name).scoreByGroup(VALUES, truth, predictions, rows, groups);
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static String refusal(SubjectWeight weight, Truth truth) {
        var e = assertThrows(UndefinedScoreException.class, () -> weight.of(truth, Rows.first(3)));
        return String.valueOf(e.getMessage());
    }

    private static double score(ConfiguredMetric<?> metric, TaskKind kind, Truth truth, Predictions predictions) {
        return metric.score(kind, truth, predictions, Part.PUBLIC).value();
    }

    private static ConfiguredMetric<?> metric(TaskKind kind, String name) {
        return Metrics.load(ConfiguredMetricTest.class.getClassLoader())
                .configure(kind, name, name, null, Map.of(), true);
    }

    private static Truth truth(Answers answers, int @Nullable [] votes) {
        int size = switch (answers) {
            case ClassAnswers classes -> classes.labels().length;
            case ValueAnswers values -> values.values()[0].length;
            case TextAnswers texts -> texts.texts().size();
        };
        var parts = new Part[size];
        Arrays.fill(parts, Part.PUBLIC);
        return new Truth(
                SubjectIndex.of(IntStream.range(0, size).mapToObj(i -> "s" + i).toList()), parts, votes, answers);
    }
}
