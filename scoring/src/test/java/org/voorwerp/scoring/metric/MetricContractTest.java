package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.TextView;
import org.voorwerp.scoring.View.ValueView;

/// What every metric must keep to, whoever wrote it: all that [Metrics] finds, with each choice of its
/// parameters.
class MetricContractTest {

    private static final int SUBJECTS = 300;
    private static final double EQUAL = 1e-12;

    /// Twice the subjects fill twice the places, so the first places hold others.
    private static final Set<String> NOT_THE_SAME_WHEN_SUBJECTS_REPEAT =
            Set.of("ndcg", "precision-at-k", "recall-at-k");

    @Test
    void allBuiltInMetricsAreFound() {
        assertEquals(38, Metrics.load(getClass().getClassLoader()).all().size());
    }

    @TestFactory
    Stream<DynamicContainer> everyMetric() {
        return Metrics.load(getClass().getClassLoader()).all().stream().flatMap(this::contracts);
    }

    private <V extends View> Stream<DynamicContainer> contracts(Metric<V> metric) {
        return variants(metric.parameters()).stream()
                .map(parameters -> new Contract<>(metric, Parameters.of(metric.parameters(), parameters)))
                .map(contract ->
                        dynamicContainer(metric.name() + " " + metric.view().getSimpleName(), contract.tests()));
    }

    /// Every combination of choices.
    private static List<Map<String, Object>> variants(List<Parameter> parameters) {
        var variants = new ArrayList<Map<String, Object>>(List.of(Map.of()));
        for (var parameter : parameters) {
            if (parameter instanceof Parameter.Choice(var name, var _, var _, var choices)) {
                var more = new ArrayList<Map<String, Object>>();
                for (var variant : variants) {
                    for (var choice : choices) {
                        var extended = new HashMap<>(variant);
                        extended.put(name, choice);
                        more.add(extended);
                    }
                }
                variants = more;
            }
        }
        return variants;
    }

    private record Contract<V extends View>(Metric<V> metric, Parameters parameters) {

        Stream<DynamicTest> tests() {
            return Stream.of(
                    dynamicTest("order of rows does not matter", this::orderOfRowsDoesNotMatter),
                    dynamicTest("weights of one are none", this::weightsOfOneAreNone),
                    dynamicTest("only the ratio of weights matters", this::onlyTheRatioOfWeightsMatters),
                    dynamicTest("a weight of two is the subject twice", this::aWeightOfTwoIsTheSubjectTwice),
                    dynamicTest("a weight of zero is no subject", this::aWeightOfZeroIsNoSubject),
                    dynamicTest("few subjects of weight give a finite interval", this::fewSubjectsOfWeight),
                    dynamicTest("subjects twice change nothing", this::subjectsTwiceChangeNothing),
                    dynamicTest("nothing is better than the truth", this::nothingIsBetterThanTheTruth),
                    dynamicTest("a constant is worse than a model", this::aConstantIsWorseThanAModel),
                    dynamicTest("the interval holds the score", this::theIntervalHoldsTheScore),
                    dynamicTest("the score lies in the metric's range", this::theScoreLiesInTheMetricsRange),
                    dynamicTest("the estimate is of the score", this::theEstimateIsOfTheScore),
                    dynamicTest("more subjects narrow the interval", this::moreSubjectsNarrowTheInterval),
                    dynamicTest("the same again", this::theSameAgain),
                    dynamicTest("views are not written to", this::viewsAreNotWrittenTo),
                    dynamicTest("few subjects give a number or a reason", this::fewSubjectsGiveANumberOrAReason),
                    dynamicTest("wild numbers give a number or a reason", this::wildNumbersGiveANumberOrAReason));
        }

        void orderOfRowsDoesNotMatter() {
            var view = subjects(SUBJECTS);
            var weights = weights(SUBJECTS);
            int[] shuffled = shuffled(SUBJECTS);
            same(score(view), score(Crowd.rows(view, shuffled, null)));
            same(
                    score(Crowd.rows(view, all(SUBJECTS), weights)),
                    score(Crowd.rows(
                            view,
                            shuffled,
                            Arrays.stream(shuffled).mapToDouble(i -> weights[i]).toArray())));
        }

        void weightsOfOneAreNone() {
            var view = subjects(SUBJECTS);
            var ones = new double[SUBJECTS];
            Arrays.fill(ones, 1);
            assertEquals(score(view), score(Crowd.rows(view, all(SUBJECTS), ones)));
        }

        void onlyTheRatioOfWeightsMatters() {
            var view = subjects(SUBJECTS);
            var weights = weights(SUBJECTS);
            var larger = Arrays.stream(weights).map(weight -> 1e6 * weight).toArray();
            same(score(Crowd.rows(view, all(SUBJECTS), weights)), score(Crowd.rows(view, all(SUBJECTS), larger)));
        }

        void aWeightOfTwoIsTheSubjectTwice() {
            assumeFalse(NOT_THE_SAME_WHEN_SUBJECTS_REPEAT.contains(metric.name()), "by its definition");
            var view = subjects(SUBJECTS);
            var weights = new double[SUBJECTS];
            Arrays.setAll(weights, i -> i % 3 == 0 ? 2 : 1);
            int[] repeated = IntStream.range(0, SUBJECTS)
                    .flatMap(i -> i % 3 == 0 ? IntStream.of(i, i) : IntStream.of(i))
                    .toArray();
            same(score(Crowd.rows(view, all(SUBJECTS), weights)), score(Crowd.rows(view, repeated, null)));
        }

        void aWeightOfZeroIsNoSubject() {
            var view = subjects(SUBJECTS);
            var weights = new double[SUBJECTS];
            Arrays.setAll(weights, i -> i % 3 == 0 ? 0 : 1);
            int[] kept = IntStream.range(0, SUBJECTS).filter(i -> i % 3 != 0).toArray();
            same(score(Crowd.rows(view, kept, null)), score(Crowd.rows(view, all(SUBJECTS), weights)));
        }

        /// What subjects without weight would do must not show, least of all where all others are alike.
        void fewSubjectsOfWeight() {
            for (int n = 2; n < 30; n++) {
                var weights = new double[n];
                Arrays.setAll(weights, i -> i % 3 == 1 ? 0 : 1);
                for (var view : List.of(subjects(n), Crowd.perfect(subjects(n)), Crowd.constant(subjects(n)))) {
                    var weighted = metric.view().cast(Crowd.rows(view, all(n), weights));
                    try {
                        var score = metric.score(weighted, parameters);
                        if (score.interval() != null) {
                            checkInterval(score);
                        }
                        var estimate = metric.estimate(weighted, parameters);
                        assertNotNull(estimate);
                        assertTrue(Arrays.stream(estimate.influence()).allMatch(Double::isFinite), "influence");
                    } catch (UndefinedScoreException e) {
                        assertNotNull(e.getMessage());
                    }
                }
            }
        }

        void subjectsTwiceChangeNothing() {
            assumeFalse(NOT_THE_SAME_WHEN_SUBJECTS_REPEAT.contains(metric.name()), "by its definition");
            var view = subjects(SUBJECTS);
            same(
                    score(view),
                    score(Crowd.rows(view, IntStream.concat(range(), range()).toArray(), null)));
        }

        void nothingIsBetterThanTheTruth() {
            var view = subjects(SUBJECTS);
            var perfect = score(Crowd.perfect(labelled(view)));
            assertTrue(metric.direction()
                    .better(perfect.value(), score(labelled(view)).value()));
            checkInterval(perfect);
        }

        void aConstantIsWorseThanAModel() {
            var view = subjects(SUBJECTS);
            var constant = score(Crowd.constant(view));
            assertTrue(metric.direction().better(score(view).value(), constant.value()));
            checkInterval(constant);
        }

        void theIntervalHoldsTheScore() {
            checkInterval(score(subjects(SUBJECTS)));
            checkInterval(score(Crowd.rows(subjects(SUBJECTS), all(SUBJECTS), weights(SUBJECTS))));
        }

        void theScoreLiesInTheMetricsRange() {
            for (var view : List.of(
                    subjects(SUBJECTS), Crowd.perfect(subjects(SUBJECTS)), Crowd.constant(subjects(SUBJECTS)))) {
                double value = score(view).value();
                assertEquals(value, metric.range().nearest(value));
            }
        }

        /// To first order a weight moves the score as the influences say, and each influence is a subject's own.
        void theEstimateIsOfTheScore() {
            for (var view :
                    List.of(subjects(SUBJECTS), Crowd.rows(subjects(SUBJECTS), all(SUBJECTS), weights(SUBJECTS)))) {
                var estimate = metric.estimate(metric.view().cast(view), parameters);
                assertNotNull(estimate);
                assertEquals(score(view).value(), estimate.value(), EQUAL * Math.max(1, Math.abs(estimate.value())));
                assertEquals(SUBJECTS, estimate.influence().length);
                assertEquals(0, estimate.weights().mean(estimate.influence()), 1e-8);
                assertTrue(estimate.standardError() > 0);
            }
        }

        void moreSubjectsNarrowTheInterval() {
            double few = width(score(subjects(SUBJECTS)));
            double many = width(score(subjects(25 * SUBJECTS)));
            assertTrue(many < few / 2, few + " then " + many);
        }

        void theSameAgain() {
            assertEquals(score(subjects(SUBJECTS)), score(subjects(SUBJECTS)));
        }

        void viewsAreNotWrittenTo() {
            var view = Crowd.rows(subjects(SUBJECTS), all(SUBJECTS), weights(SUBJECTS));
            var before = cells(view);
            score(view);
            assertEquals(before, cells(view));
        }

        void fewSubjectsGiveANumberOrAReason() {
            for (int n = 1; n < 30; n++) {
                for (var view : List.of(subjects(n), Crowd.perfect(subjects(n)), Crowd.constant(subjects(n)))) {
                    try {
                        var score = score(view);
                        var interval = score.interval();
                        if (interval != null) {
                            checkInterval(score);
                        }
                    } catch (UndefinedScoreException e) {
                        assertNotNull(e.getMessage());
                    }
                }
            }
        }

        void wildNumbersGiveANumberOrAReason() {
            for (double wild : new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, 1e200, Double.MIN_VALUE, -0.0, 0.0}) {
                var view = subjects(SUBJECTS);
                if (view instanceof ValueView(var columns, var truth, var prediction, var _)) {
                    var wilder = prediction[0].clone();
                    wilder[7] = wild;
                    wilder[8] = -wild;
                    numberOrReason(new ValueView(columns, truth, new double[][] {wilder}, null));
                    Arrays.fill(wilder, 0);
                    wilder[7] = wild;
                    numberOrReason(new ValueView(columns, truth, new double[][] {wilder}, null));
                }
            }
        }

        private void numberOrReason(View view) {
            try {
                checkInterval(score(view));
            } catch (ParticipantVisibleException e) {
                assertTrue(String.valueOf(e.getMessage()).contains(": write numbers "), e.toString());
            }
        }

        private View subjects(int n) {
            return Crowd.withTies(Crowd.view(metric.view(), random(n), n));
        }

        /// Votes are what some metrics of probabilities call the truth, labels what others do; this is both.
        private static View labelled(View view) {
            return view instanceof ProbabilityView(var classes, var truth, var _, var probabilities, var weights)
                    ? new ProbabilityView(classes, truth, Crowd.oneHot(classes, truth), probabilities, weights)
                    : view;
        }

        private Score score(View view) {
            return metric.score(metric.view().cast(view), parameters);
        }

        private static IntStream range() {
            return IntStream.range(0, SUBJECTS);
        }
    }

    private static double width(Score score) {
        var interval = score.interval();
        assertNotNull(interval);
        return interval.high() - interval.low();
    }

    private static void checkInterval(Score score) {
        var interval = score.interval();
        assertNotNull(interval);
        assertTrue(Double.isFinite(interval.low()) && Double.isFinite(interval.high()), interval.toString());
        assertTrue(interval.low() <= score.value() && score.value() <= interval.high(), score.toString());
    }

    private static void same(Score expected, Score actual) {
        assertEquals(expected.value(), actual.value(), EQUAL * Math.max(1, Math.abs(expected.value())));
    }

    private static List<Object> cells(View view) {
        return switch (view) {
            case LabelView(var _, var truth, var prediction, var weights) ->
                List.of(Arrays.toString(truth), Arrays.toString(prediction), Arrays.toString(weights));
            case ProbabilityView(var _, var truth, var fractions, var probabilities, var weights) ->
                List.of(
                        Arrays.toString(truth),
                        Arrays.deepToString(fractions),
                        Arrays.deepToString(probabilities),
                        Arrays.toString(weights));
            case ValueView(var _, var truth, var prediction, var weights) ->
                List.of(Arrays.deepToString(truth), Arrays.deepToString(prediction), Arrays.toString(weights));
            case Comparison whole -> throw new AssertionError(whole);
            case TextView(var truth, var prediction, var weights) ->
                List.of(truth, prediction, Arrays.toString(weights));
        };
    }

    private static int[] all(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static int[] shuffled(int n) {
        int[] rows = all(n);
        var random = random(99);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }
        return rows;
    }

    private static double[] weights(int n) {
        return random(7).doubles(n, 0.1, 4).toArray();
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
