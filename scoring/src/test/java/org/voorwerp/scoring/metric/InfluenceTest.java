package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.View.ValueView;

/// The influence of a subject is the slope of the score by its weight, so a little more weight must show it.
class InfluenceTest {

    private static final int SUBJECTS = 60;
    private static final double STEP = 1e-6;

    @TestFactory
    Stream<DynamicTest> isTheSlopeOfTheScoreByTheWeight() {
        return Stream.of(
                of(new LabelMetrics.Accuracy(), Map.of()),
                of(new LabelMetrics.BalancedAccuracy(), Map.of()),
                of(new LabelMetrics.Matthews(), Map.of()),
                of(new LabelMetrics.CohenKappa(), Map.of()),
                of(new LabelMetrics.QuadraticKappa(), Map.of()),
                of(new ClassMetrics.Precision(), Map.of("average", "macro")),
                of(new ClassMetrics.Recall(), Map.of("average", "weighted")),
                of(new ClassMetrics.F1(), Map.of("average", "macro")),
                of(new ClassMetrics.F1(), Map.of("average", "weighted")),
                of(new ClassMetrics.F1(), Map.of("average", "micro")),
                of(new ProbabilityMetrics.LogLoss(), Map.of()),
                of(new ProbabilityMetrics.Brier(), Map.of()),
                of(new VoteMetrics.JensenShannon(), Map.of()),
                of(new RocAuc.OfProbabilities(), Map.of("multiclass", "one-vs-rest", "average", "macro")),
                of(new RocAuc.OfProbabilities(), Map.of("multiclass", "one-vs-rest", "average", "weighted")),
                of(new RocAuc.OfProbabilities(), Map.of("multiclass", "one-vs-one", "average", "macro")),
                of(new RocAuc.OfProbabilities(), Map.of("multiclass", "one-vs-one", "average", "weighted")),
                of(new RocAuc.OfValues(), Map.of()),
                of(new RankingMetrics.AveragePrecision(), Map.of()),
                of(new RankingMetrics.Ndcg(), Map.of()),
                of(new RankingMetrics.Ndcg(), Map.of("k", 20)),
                of(new ErrorMetrics.MeanSquaredError(), Map.of()),
                of(new ErrorMetrics.RootMeanSquaredError(), Map.of("average", "uniform")),
                of(new ErrorMetrics.RootMeanSquaredError(), Map.of("average", "all-cells")),
                of(new ErrorMetrics.MeanAbsoluteError(), Map.of()),
                of(new ErrorMetrics.RSquared(), Map.of()),
                of(new Correlations.Pearson(), Map.of()),
                of(new Correlations.Spearman(), Map.of()),
                of(new Correlations.KendallTau(), Map.of()),
                of(new RankingMetrics.Concordance(), Map.of()),
                of(new ErrorMetrics.RootMeanSquaredLogError(), Map.of()),
                of(new ErrorMetrics.QuantileLoss(), Map.of("quantile", 0.8)),
                of(new ProbabilityMetrics.MeanReciprocalRank(), Map.of()),
                of(new CalibrationError(), Map.of()),
                of(new VoteMetrics.SoftBrier(), Map.of()),
                of(new VoteMetrics.RootMeanSquaredError(), Map.of()),
                of(new TextMetrics.CharacterErrorRate(), Map.of()),
                of(new TextMetrics.WordErrorRate(), Map.of()));
    }

    private static <V extends View> DynamicTest of(Metric<V> metric, Map<String, Object> given) {
        return dynamicTest(metric.name() + " " + given, () -> {
            var parameters = Parameters.of(metric.parameters(), given);
            var view = Crowd.withTies(view(metric.view()));
            double[] weights = random().doubles(SUBJECTS, 0.5, 2).toArray();
            var estimate = estimate(metric, Crowd.rows(view, all(), weights), parameters);
            double sum = estimate.weights().sum();
            for (int i = 0; i < SUBJECTS; i++) {
                double[] more = weights.clone();
                more[i] += STEP;
                double[] less = weights.clone();
                less[i] -= STEP;
                double slope = (estimate(metric, Crowd.rows(view, all(), more), parameters)
                                        .value()
                                - estimate(metric, Crowd.rows(view, all(), less), parameters)
                                        .value())
                        / (2 * STEP)
                        * sum;
                assertEquals(slope, estimate.influence()[i], 1e-5, "subject " + i);
            }
            assertEquals(0, estimate.weights().mean(estimate.influence()), 1e-9);
        });
    }

    /// Two columns of numbers, so that averages over columns are seen too.
    private static View view(Class<? extends View> type) {
        var random = random();
        if (type == ValueView.class) {
            var one = Crowd.values(random, SUBJECTS);
            var other = Crowd.values(random, SUBJECTS);
            return new ValueView(
                    List.of("a", "b"),
                    new double[][] {one.truth()[0], other.truth()[0]},
                    new double[][] {one.prediction()[0], other.prediction()[0]},
                    null);
        }
        return Crowd.view(type, random, SUBJECTS);
    }

    private static <V extends View> Estimate estimate(Metric<V> metric, View view, Parameters parameters) {
        if (metric instanceof RankingMetrics.Ndcg ndcg) {
            // What others see is scaled.
            return ndcg.estimate(ColumnMetric.columns((ValueView) view, parameters), parameters);
        }
        return Objects.requireNonNull(metric.estimate(metric.view().cast(view), parameters));
    }

    private static int[] all() {
        return IntStream.range(0, SUBJECTS).toArray();
    }

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    }
}
