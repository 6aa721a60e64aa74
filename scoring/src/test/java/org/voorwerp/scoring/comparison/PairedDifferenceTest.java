package org.voorwerp.scoring.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;
import org.voorwerp.scoring.Weights;

class PairedDifferenceTest {

    private static final Values KIND = new Values(List.of(new NumberColumn("v", -100, 100)));

    /// 2 (binom.cdf(m, n, ½) − ½ binom.pmf(m, n, ½)) of SciPy.
    @Test
    void pOfPointsIsMcNemarsMidP() {
        assertEquals(0.022460937499999976, new McNemar(10, 2, 100).p(), 1e-12);
        assertEquals(1, new McNemar(3, 3, 100).p(), 1e-12);
        assertEquals(0.03125, new McNemar(0, 5, 100).p(), 1e-12);
        assertEquals(0.5, new McNemar(1, 0, 100).p(), 1e-12);
        assertEquals(1, new McNemar(0, 0, 100).p());
        // Here SciPy's binomial is compared with our normal distribution.
        assertEquals(0.003745244394539698, new McNemar(60_000, 59_000, 1_000_000).p(), 1e-6);
    }

    /// By hand from 11/102 and 3/102.
    @Test
    void intervalOfPointsIsBonettAndPrices() {
        var interval = new McNemar(10, 2, 100).interval();
        assertEquals(0.00816378903006991, interval.low(), 1e-8);
        assertEquals(0.1486989560679693, interval.high(), 1e-8);
    }

    @Test
    void sharesOfSubjectsAreComparedAsPoints() {
        var first = mean(1, 1, 1, 0, 1, 0);
        var second = mean(1, 0, 0, 1, 0, 0);
        var difference = PairedDifference.of(first, second);
        assertEquals(McNemar.METHOD, difference.method());
        assertEquals(2 / 6.0, difference.value(), 1e-15);
        assertEquals(new McNemar(3, 1, 6).p(), difference.p());
    }

    /// scipy.stats.ttest_rel gives t = 1.0506, p = 0.29991; the skewness of these differences changes little.
    @Test
    void meansAreComparedByThePairedTTest() {
        var first = IntStream.range(0, 40).mapToDouble(i -> (i * 7 % 11) / 3.0).toArray();
        var second = IntStream.range(0, 40).mapToDouble(i -> (i * 5 % 13) / 4.0).toArray();
        var difference = PairedDifference.of(mean(first), mean(second));
        assertEquals(0.29990536561618314, difference.p(), 0.02);
        var interval = Objects.requireNonNull(difference.interval());
        assertEquals(0, Math.signum(interval.low()) + Math.signum(interval.high()));
    }

    @Test
    void theSameTwiceDiffersByNothing() {
        var estimate = mean(0.2, 0.3, 0.9);
        var difference = PairedDifference.of(estimate, estimate);
        assertEquals(0, difference.value());
        assertEquals(1, difference.p());
    }

    /// The interval leaves 0 out just where p is below 5 %.
    @Test
    void intervalAndPAgree() {
        var random = random(3);
        for (int round = 0; round < 500; round++) {
            double shift = random.nextDouble();
            var first =
                    mean(random.doubles(30).map(x -> x * x * x + 0.3 * shift).toArray());
            var second = mean(random.doubles(30).map(x -> x * x).toArray());
            var difference = PairedDifference.of(first, second);
            var interval = Objects.requireNonNull(difference.interval());
            assertEquals(difference.p() < 0.05, interval.low() > 0 || interval.high() < 0, difference.toString());
        }
    }

    /// Two models as good as each other, of whose errors half are the same: p is below 5 % in about 5 of 100
    /// samples; more often than in 9.5 or less often than in 1.5 of 100 it is once in 10,000 times.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rmse",
                "mse",
                "mae",
                "median-absolute-error",
                "quantile-loss",
                "r2",
                "pearson",
                "spearman",
                "kendall-tau",
                "concordance",
                "roc-auc",
                "average-precision",
                "ndcg",
                "precision-at-k",
                "recall-at-k",
                "lift"
            })
    void equallyGoodModelsAreSeldomToldApart(String name) {
        var metric = metric(name);
        var random = random(12);
        int apart = 0;
        for (int sample = 0; sample < 400; sample++) {
            var truth = random.doubles(150).toArray();
            double[] common = gaussians(random, 150);
            var difference = compare(
                    metric,
                    truth,
                    noisy(truth, common, gaussians(random, 150)),
                    noisy(truth, common, gaussians(random, 150)));
            apart += difference.p() < 0.05 ? 1 : 0;
        }
        assertTrue(apart >= 6 && apart <= 38, name + " " + apart + " of 400");
    }

    /// V of each positive and negative pair by pair, and the variance of the difference from their covariances.
    @Test
    void rocAucsAreComparedByDeLongsTest() {
        var random = random(5);
        var truth = random.doubles(200).map(Math::rint).toArray();
        var common = gaussians(random, 200);
        var first = noisy(truth, common, gaussians(random, 200));
        var second = noisy(truth, common, gaussians(random, 200));
        var difference = compare(metric("roc-auc"), truth, first, second);
        var interval = Objects.requireNonNull(difference.interval());
        double error = Math.sqrt(variance(truth, first, second, 1) + variance(truth, first, second, 0));
        assertEquals(2 * 1.959963984540054 * error, interval.high() - interval.low(), 0.1 * error);
    }

    /// The variance of the mean over the subjects of one class of how often each wins, in the first less in the
    /// second.
    private static double variance(double[] truth, double[] first, double[] second, double side) {
        double[] wins = IntStream.range(0, truth.length)
                .filter(i -> truth[i] == side)
                .mapToDouble(i -> wins(truth, first, i) - wins(truth, second, i))
                .toArray();
        double mean = Arrays.stream(wins).average().orElseThrow();
        double squares =
                Arrays.stream(wins).map(win -> (win - mean) * (win - mean)).sum();
        return squares / (wins.length - 1) / wins.length;
    }

    private static double wins(double[] truth, double[] scores, int i) {
        return IntStream.range(0, truth.length)
                .filter(j -> truth[j] != truth[i])
                .mapToDouble(j -> scores[i] == scores[j] ? 0.5 : (scores[i] > scores[j]) == (truth[i] == 1) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /// Every subject four times: the truth is known four times over, but nothing more is known.
    @Test
    void groupsCountOnce() {
        var random = random(6);
        var truth = random.doubles(100).toArray();
        var first = noisy(truth, gaussians(random, 100), gaussians(random, 100));
        var second = noisy(truth, gaussians(random, 100), gaussians(random, 100));
        int[] fourTimes = IntStream.range(0, 400).map(i -> i / 4).toArray();
        var once = compare(metric("rmse"), truth, first, second);
        var repeated = PairedDifference.of(
                metric("rmse"),
                KIND,
                truth(pick(truth, fourTimes)),
                predictions(pick(first, fourTimes)),
                predictions(pick(second, fourTimes)),
                IntStream.range(0, 400).toArray(),
                fourTimes);
        assertNotNull(repeated);
        assertEquals(once.value(), repeated.value(), 1e-12);
        assertEquals(once.p(), repeated.p(), 1e-9);
    }

    @Test
    void oneSubjectSaysNothing() {
        var difference = PairedDifference.of(mean(0.3), mean(0.5));
        assertNull(difference.interval());
        assertEquals(1, difference.p());
    }

    private static PairedDifference compare(
            ConfiguredMetric<?> metric, double[] truth, double[] first, double[] second) {
        int[] rows = IntStream.range(0, truth.length).toArray();
        return Objects.requireNonNull(
                PairedDifference.of(metric, KIND, truth(truth), predictions(first), predictions(second), rows, null));
    }

    private static Truth truth(double[] values) {
        var parts = new Part[values.length];
        Arrays.fill(parts, Part.PUBLIC);
        var ids = IntStream.range(0, values.length).mapToObj(i -> "s" + i).toList();
        return new Truth(SubjectIndex.of(ids), parts, null, new ValueAnswers(List.of("v"), new double[][] {values}));
    }

    private static Predictions predictions(double[] values) {
        return new Predictions(List.of(new NumberCells(values)));
    }

    private static ConfiguredMetric<?> metric(String name) {
        return Metrics.load(PairedDifferenceTest.class.getClassLoader())
                .configure(KIND, name, name, null, Map.of(), true);
    }

    private static double[] noisy(double[] truth, double[] common, double[] own) {
        var noisy = new double[truth.length];
        Arrays.setAll(noisy, i -> truth[i] + 0.3 * (common[i] + own[i]));
        return noisy;
    }

    private static double[] gaussians(RandomGenerator random, int n) {
        var numbers = new double[n];
        Arrays.setAll(numbers, _ -> random.nextGaussian());
        return numbers;
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static Estimate mean(double... values) {
        return Estimate.mean(values, new Weights(null, values.length));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
