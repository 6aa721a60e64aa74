package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.View;

/// Draws many samples of a known population and counts how often the interval holds the population's score.
///
/// [#main] prints the table for every metric.
class CoverageTest {

    private static final int POPULATION = 400_000;

    @TestFactory
    Stream<DynamicTest> intervalsHoldTheScoreOfThePopulationInAbout95Of100Samples() {
        Stream<Metric<?>> some = Stream.of(
                new LabelMetrics.Accuracy(),
                new ClassMetrics.F1(),
                new ProbabilityMetrics.LogLoss(),
                new ErrorMetrics.RootMeanSquaredError(),
                new RocAuc.OfValues(),
                new RocAuc.OfProbabilities());
        return some.flatMap(metric -> IntStream.of(200, 2_000)
                .mapToObj(n -> dynamicTest(metric.name() + " of " + n, () -> {
                    double coverage = coverage(metric, n, 500);
                    assertTrue(coverage >= 0.91 && coverage <= 0.98, "coverage is " + coverage);
                })));
    }

    public static void main(String[] arguments) {
        int draws = Integer.parseInt(arguments[0]);
        for (var metric : Metrics.load(CoverageTest.class.getClassLoader()).all()) {
            var line = new StringBuilder(String.format("%-22s", metric.name()));
            for (int a = 1; a < arguments.length; a++) {
                int n = Integer.parseInt(arguments[a]);
                line.append(String.format(Locale.ROOT, " %d: %.4f", n, coverage(metric, n, draws)));
            }
            System.out.println(line);
        }
    }

    private static <V extends View> double coverage(Metric<V> metric, int n, int draws) {
        var random = random(n);
        var scores = IntStream.range(0, draws)
                .mapToObj(draw -> score(metric, random, n))
                .toList();
        double truth = metric instanceof RankingMetrics.Ndcg
                // The best order of more subjects is another, so there is no score of the population but the mean one.
                ? scores.stream().mapToDouble(Score::value).average().orElseThrow()
                : score(metric, random, POPULATION).value();
        return scores.stream()
                        .map(score -> Objects.requireNonNull(score.interval()))
                        .filter(interval -> holds(interval, truth))
                        .count()
                / (double) draws;
    }

    private static boolean holds(Interval interval, double value) {
        return interval.low() <= value && value <= interval.high();
    }

    private static <V extends View> Score score(Metric<V> metric, RandomGenerator random, int n) {
        var view = metric.view().cast(Crowd.view(metric.view(), random, n));
        return metric.score(view, Parameters.of(metric.parameters(), Map.of()));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
