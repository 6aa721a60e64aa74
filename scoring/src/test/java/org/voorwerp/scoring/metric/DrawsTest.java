package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.diagnostic.Confusion;

class DrawsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 4.5, 60, 12_345.6})
    void poissonTableHasMeanAndVarianceOfItsName(double mean) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        var table = new PoissonTable(mean);
        int draws = 400_000;
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            double count = table.draw(random);
            sum += count;
            squares += (count - mean) * (count - mean);
        }
        // Five standard errors of each: √(λ/n), and √((λ + 2λ²)/n).
        assertEquals(mean, sum / draws, 5 * Math.sqrt(mean / draws));
        assertEquals(mean, squares / draws, 5 * Math.sqrt((mean + 2 * mean * mean) / draws));
    }

    /// e⁻² of the draws of mean two are zero, 2e⁻² one.
    @Test
    void poissonTableHasTheRightShares() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        var table = new PoissonTable(2);
        var counts = IntStream.range(0, 200_000).map(i -> table.draw(random)).toArray();
        assertEquals(Math.exp(-2), share(counts, 0), 0.004);
        assertEquals(2 * Math.exp(-2), share(counts, 1), 0.004);
    }

    private static double share(int[] counts, int value) {
        return IntStream.of(counts).filter(count -> count == value).count() / (double) counts.length;
    }

    @Test
    void confusionHoldsTheCellsThatAreNotEmpty() {
        var view = new LabelView(
                List.of("a", "b", "c"), new int[] {2, 0, 2, 2, 0}, new int[] {1, 0, 1, 2, 2}, new double[] {
                    1, 2, 3, 4, 0
                });
        var confusion = Confusion.of(view);
        assertArrayEquals(new int[] {0, 2, 2}, confusion.truth());
        assertArrayEquals(new int[] {0, 1, 2}, confusion.prediction());
        assertArrayEquals(new double[] {2, 4, 4}, confusion.weight());
        assertArrayEquals(new double[] {4, 10, 16}, confusion.squares());
    }

    /// For the accuracy the answer is known: √(p (1 − p) / n), and with weights √Σw²(y − p)² / Σw.
    @Test
    void confusionDrawsSpreadAsTheoryHasIt() {
        var view = Crowd.labels(RandomGeneratorFactory.of("L64X128MixRandom").create(5), 1_000);
        var confusion = Confusion.of(view);
        double p = ClassTotals.of(confusion).accuracy();
        assertEquals(
                Math.sqrt(p * (1 - p) / 1_000),
                bootstrap(confusion).outcome(ClassTotals::accuracy).error(),
                0.001);

        double[] weights = new double[1_000];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = view.truth()[i] == view.prediction()[i] ? 5 : 1;
        }
        var weighted = Confusion.of(new LabelView(view.classes(), view.truth(), view.prediction(), weights));
        double q = ClassTotals.of(weighted).accuracy();
        double right = 1_000 * p;
        double error =
                Math.sqrt(25 * right * (1 - q) * (1 - q) + (1_000 - right) * q * q) / (5 * right + 1_000 - right);
        assertEquals(error, bootstrap(weighted).outcome(ClassTotals::accuracy).error(), 0.001);
    }

    /// What the delta method says of large classes is what draws of them say, for every metric of labels.
    @ParameterizedTest
    @MethodSource("metricsOfLabels")
    void largeClassesNeedNotBeDrawn(ConfusionMetric metric, Map<String, Object> given, boolean isWeighted) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        var drawn = Crowd.rareLabels(random, 100_000);
        double[] weights = isWeighted ? random.doubles(drawn.size(), 1, 3).toArray() : null;
        var view = new LabelView(drawn.classes(), drawn.truth(), drawn.prediction(), weights);
        var parameters = Parameters.of(metric.parameters(), given);
        var population = new SmoothedConfusion(Confusion.of(view));
        assertTrue(population.isLarge());
        double error = population.deltaError(totals -> metric.value(totals, parameters));
        var draws = new ConfusionBootstrap(population);
        double ofDraws =
                draws.outcome(totals -> metric.value(totals, parameters)).error();
        // Five standard errors of a standard deviation.
        assertEquals(1, error / ofDraws, 5 / Math.sqrt(2.0 * draws.draws()));
        assertEquals(
                "delta method on the confusion counts",
                Objects.requireNonNull(metric.score(view, parameters).interval())
                        .method());
    }

    static Stream<Arguments> metricsOfLabels() {
        return Stream.of(
                        Arguments.of(new LabelMetrics.Matthews(), Map.of()),
                        Arguments.of(new LabelMetrics.CohenKappa(), Map.of()),
                        Arguments.of(new LabelMetrics.QuadraticKappa(), Map.of()),
                        Arguments.of(new ClassMetrics.Precision(), Map.of()),
                        Arguments.of(new ClassMetrics.Recall(), Map.of()),
                        Arguments.of(new ClassMetrics.F1(), Map.of()),
                        Arguments.of(new ClassMetrics.F1(), Map.of("average", "weighted")),
                        Arguments.of(new ClassMetrics.F1(), Map.of("average", "micro")))
                .flatMap(metric -> Stream.of(true, false)
                        .map(isWeighted -> Arguments.of(metric.get()[0], metric.get()[1], isWeighted)));
    }

    @Test
    void aRareClassIsDrawn() {
        var view =
                Crowd.rareLabels(RandomGeneratorFactory.of("L64X128MixRandom").create(8), 2_000);
        assertFalse(new SmoothedConfusion(Confusion.of(view)).isLarge());
    }

    private static ConfusionBootstrap bootstrap(Confusion confusion) {
        return new ConfusionBootstrap(new SmoothedConfusion(confusion));
    }

    /// Written down once, so that another machine, or a change of the drawing, shows.
    @Test
    void drawsAreTheSameEverywhere() {
        var view = Crowd.labels(RandomGeneratorFactory.of("L64X128MixRandom").create(6), 500);
        var metric = new ClassMetrics.F1();
        var score = metric.score(view, Parameters.of(metric.parameters(), Map.of()));
        assertEquals(
                new Interval(0.6432875715751989, 0.7330152293509697, "bootstrap of the confusion counts, 500 draws"),
                score.interval());
    }

    /// 3,000 classes and nearly 20,000 cells.
    @Test
    void largeMatricesAreDrawnLessOften() {
        int classes = 3_000;
        var names = IntStream.range(0, classes).mapToObj(k -> "c" + k).toList();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var view = new LabelView(
                names,
                random.ints(20_000, 0, classes).toArray(),
                random.ints(20_000, 0, classes).toArray(),
                null);
        int draws = bootstrap(Confusion.of(view)).draws();
        assertTrue(draws < ConfusionBootstrap.DRAWS, "draws " + draws);
    }
}
