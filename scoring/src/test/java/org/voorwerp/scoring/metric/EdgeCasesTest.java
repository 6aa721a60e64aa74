package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.ValueView;

/// What the doc comments of the metrics decide where the formula alone says nothing.
class EdgeCasesTest {

    private static final List<String> THREE = List.of("a", "b", "c");

    @Test
    void balancedAccuracyAndKappasNeedTwoClassesInTheTruth() {
        var view = labels(new int[] {1, 1, 1}, 1, 0, 1);
        var metrics = List.of(
                new LabelMetrics.BalancedAccuracy(), new LabelMetrics.CohenKappa(), new LabelMetrics.QuadraticKappa());
        for (var metric : metrics) {
            var e = assertThrows(UndefinedScoreException.class, () -> value(metric, view));
            assertEquals(metric.name() + " needs two classes in the truth, there is one", e.getMessage());
        }
    }

    @Test
    void matthewsIsZeroWhereEitherSideHasOneClass() {
        assertEquals(0, value(new LabelMetrics.Matthews(), labels(new int[] {1, 1, 1}, 1, 0, 1)));
        assertEquals(0, value(new LabelMetrics.Matthews(), labels(new int[] {1, 0, 1}, 1, 1, 1)));
    }

    /// Classes a: 1 of 2 found, 1 of 1 right, f1 2/3. b: never predicted, 0. c: predicted, never true, 0.
    @Test
    void classesWithoutDenominatorCountZero() {
        var view = labels(new int[] {0, 0, 1}, 0, 2, 2);
        assertEquals(2 / 9.0, value(new ClassMetrics.F1(), view), 1e-15);
        assertEquals(1 / 3.0, value(new ClassMetrics.Precision(), view), 1e-15);
        assertEquals(0.5 / 3, value(new ClassMetrics.Recall(), view), 1e-15);
        assertEquals(0.25, value(new LabelMetrics.BalancedAccuracy(), view), 1e-15);
    }

    @Test
    void classesThatOccurNowhereTakeNoPart() {
        assertEquals(1, value(new ClassMetrics.F1(), labels(new int[] {0, 1, 0}, 0, 1, 0)));
    }

    /// Two places off counts four times one: 1 - (4 / 3) / (chance: means 2/3 and 4/3, variances 8/9 and 8/9).
    @Test
    void quadraticKappaCountsPlacesOfTheWholeList() {
        var view = labels(new int[] {0, 0, 2}, 0, 2, 2);
        assertEquals(
                1 - (4 / 3.0) / (4 / 9.0 + 8 / 9.0 + 8 / 9.0), value(new LabelMetrics.QuadraticKappa(), view), 1e-15);
    }

    @Test
    void rocAucAndAveragePrecisionSayWhichSideIsMissing() {
        var none = values(new double[] {0.1, 0.2}, 0.3, 0.4);
        var all = values(new double[] {0.9, 0.8}, 0.3, 0.4);
        assertEquals(
                "roc-auc needs positive and negative subjects; in v all are at most 0.5",
                refusal(new RocAuc.OfValues(), none));
        assertEquals(
                "roc-auc needs positive and negative subjects; in v all are above 0.5",
                refusal(new RocAuc.OfValues(), all));
        assertEquals(
                "average-precision needs a positive subject; in v none is above 0.5",
                refusal(new RankingMetrics.AveragePrecision(), none));
        assertEquals(1, value(new RankingMetrics.AveragePrecision(), all));
    }

    @Test
    void positivesOfNoWeightAreNone() {
        var view = new ValueView(
                List.of("v"), new double[][] {{1, 0, 0}}, new double[][] {{1, 2, 3}}, new double[] {0, 1, 1});
        assertThrows(UndefinedScoreException.class, () -> value(new RocAuc.OfValues(), view));
        assertThrows(UndefinedScoreException.class, () -> value(new RankingMetrics.AveragePrecision(), view));
    }

    @Test
    void rocAucOfManyClassesLeavesOutThoseThatDoNotOccur() {
        double[][] probabilities = {{0.6, 0.2, 0.5, 0.1}, {0.3, 0.7, 0.1, 0.3}, {0.1, 0.1, 0.4, 0.6}};
        var two = new ProbabilityView(THREE, new int[] {0, 1, 0, 1}, null, probabilities, null);
        assertEquals((1 + 0.875) / 2, value(new RocAuc.OfProbabilities(), two), 1e-15);
        var one = new ProbabilityView(THREE, new int[] {0, 0, 0, 0}, null, probabilities, null);
        assertEquals(
                "roc-auc needs two classes in the truth, there is one", refusal(new RocAuc.OfProbabilities(), one));
    }

    @Test
    void aConstantPredictionGetsTheScoreOfGuessing() {
        var view = values(new double[] {0, 1, 1, 0.2}, 0.5, 0.5, 0.5, 0.5);
        assertEquals(0, value(new Correlations.Pearson(), view));
        assertEquals(0, value(new Correlations.Spearman(), view));
        assertEquals(0, value(new Correlations.KendallTau(), view));
        assertEquals(0.5, value(new RocAuc.OfValues(), view));
        assertEquals(0.5, value(new RankingMetrics.AveragePrecision(), view));
    }

    @Test
    void aConstantTruthIsNoGroundForCorrelationOrVariance() {
        var view = values(new double[] {0.1, 0.1, 0.1}, 1, 2, 3);
        for (var metric : List.of(
                new Correlations.Pearson(),
                new Correlations.Spearman(),
                new Correlations.KendallTau(),
                new ErrorMetrics.RSquared())) {
            assertEquals(metric.name() + " needs a truth that varies; v is constant", refusal(metric, view));
        }
    }

    @Test
    void ndcgNeedsGains() {
        assertEquals(
                "ndcg needs gains, which are not negative; v has some below zero",
                refusal(new RankingMetrics.Ndcg(), values(new double[] {1, -1}, 1, 2)));
        assertEquals(
                "ndcg needs a gain above zero; v has none",
                refusal(new RankingMetrics.Ndcg(), values(new double[] {0, 0}, 1, 2)));
    }

    /// -ln of 1e-15, not infinite; the sum of the row after clipping is one but for 1e-15.
    @Test
    void certainErrorsAreClipped() {
        var view = new ProbabilityView(List.of("a", "b"), new int[] {1}, null, new double[][] {{1}, {0}}, null);
        assertEquals(-Math.log(1e-15), value(new ProbabilityMetrics.LogLoss(), view), 1e-9);
        assertEquals(-Math.log(1e-15), value(new VoteMetrics.KlDivergence(), view), 1e-9);
        assertEquals(Math.log(2), value(new VoteMetrics.JensenShannon(), view), 1e-15);
        assertEquals(2, value(new ProbabilityMetrics.Brier(), view));
    }

    @Test
    void rowsAreMadeToAddUpToOneForLogarithms() {
        var view = new ProbabilityView(List.of("a", "b"), new int[] {1}, null, new double[][] {{0.505}, {0.505}}, null);
        assertEquals(Math.log(2), value(new ProbabilityMetrics.LogLoss(), view), 1e-12);
        assertEquals(0, value(new VoteMetrics.KlDivergence(), halves(view)), 1e-12);
    }

    private static ProbabilityView halves(ProbabilityView view) {
        return new ProbabilityView(
                view.classes(), view.truth(), new double[][] {{0.5}, {0.5}}, view.probabilities(), view.weights());
    }

    /// After c, which is more probable, goes b, then a, though both have a quarter.
    @Test
    void equallyProbableClassesGoBackwards() {
        var view = new ProbabilityView(THREE, new int[] {1}, null, new double[][] {{0.25}, {0.25}, {0.5}}, null);
        var metric = new ProbabilityMetrics.TopKAccuracy();
        assertEquals(1, value(metric, view, Map.of("k", 2)));
        var first = new ProbabilityView(THREE, new int[] {0}, null, new double[][] {{0.25}, {0.25}, {0.5}}, null);
        assertEquals(0, value(metric, first, Map.of("k", 2)));
        assertEquals(1, value(metric, first, Map.of("k", 3)));
    }

    @Test
    void squaresThatOverflowAreTheParticipantsToMend() {
        var view = values(new double[] {0, 1}, 1e200, 1);
        var e = assertThrows(ParticipantVisibleException.class, () -> value(new ErrorMetrics.MeanSquaredError(), view));
        assertEquals("predictions are so large that mse cannot be computed: write numbers below 1e150", e.getMessage());
    }

    @Test
    void correlationsTakeHugeAndTinyNumbers() {
        var huge = values(new double[] {0, 1, 2}, -1.7e308, 0, 1.7e308);
        assertEquals(1, value(new Correlations.Pearson(), huge), 1e-12);
        var tiny = values(new double[] {0, 1, 2}, 0, Double.MIN_VALUE, 2 * Double.MIN_VALUE);
        assertEquals(1, value(new Correlations.Pearson(), tiny), 1e-12);
    }

    /// Weights 1, 1, 2 on errors 1, 2, 3: half of the weight is at or below 2, half at or above 3.
    @Test
    void medianLiesBetweenWhereTheWeightFallsApart() {
        var view = new ValueView(
                List.of("v"), new double[][] {{0, 0, 0}}, new double[][] {{1, 2, 3}}, new double[] {1, 1, 2});
        assertEquals(2.5, value(new ErrorMetrics.MedianAbsoluteError(), view));
    }

    @Test
    void whatASubjectWithoutWeightWouldLoseDoesNotSpoilTheInterval() {
        var view = new ValueView(
                List.of("v"), new double[][] {{1, 0, 1}}, new double[][] {{0, 7, 0}}, new double[] {1, 0, 1});
        var interval = new ErrorMetrics.MeanSquaredError()
                .score(view, Parameters.of(new ErrorMetrics.MeanSquaredError().parameters(), Map.of()))
                .interval();
        assertNotNull(interval);
        assertEquals(1, interval.low());
        assertEquals(1, interval.high());
    }

    /// Class a is called right by a subject without weight only.
    @Test
    void aClassThatOnlySubjectsWithoutWeightAreCalledHasAnInfluenceOfNought() {
        var view = new LabelView(THREE, new int[] {0, 0, 1}, new int[] {0, 2, 1}, new double[] {0, 1, 1});
        var metric = new ClassMetrics.Precision();
        var estimate = metric.estimate(view, Parameters.of(metric.parameters(), Map.of()));
        assertTrue(Double.isFinite(estimate.influence()[0]));
        assertTrue(estimate.standardError() > 0);
    }

    @Test
    void severalColumnsCountAlikeAndCanBeChosen() {
        var view = new ValueView(
                List.of("a", "b"), new double[][] {{0, 0}, {0, 0}}, new double[][] {{1, 1}, {3, 3}}, null);
        var rmse = new ErrorMetrics.RootMeanSquaredError();
        assertEquals(2, value(rmse, view));
        assertEquals(Math.sqrt(5), value(rmse, view, Map.of("average", "all-cells")), 1e-15);
        assertEquals(3, value(rmse, view, Map.of("columns", List.of("b"))));
        var e = assertThrows(IllegalArgumentException.class, () -> value(rmse, view, Map.of("columns", List.of("c"))));
        assertEquals("there is no column c; there are a, b", e.getMessage());
    }

    private static LabelView labels(int[] truth, int... prediction) {
        return new LabelView(THREE, truth, prediction, null);
    }

    private static ValueView values(double[] truth, double... prediction) {
        return new ValueView(List.of("v"), new double[][] {truth}, new double[][] {prediction}, null);
    }

    private static <V extends View> String refusal(Metric<V> metric, V view) {
        return String.valueOf(assertThrows(UndefinedScoreException.class, () -> value(metric, view))
                .getMessage());
    }

    private static <V extends View> double value(Metric<V> metric, V view) {
        return value(metric, view, Map.of());
    }

    private static <V extends View> double value(Metric<V> metric, V view, Map<String, Object> parameters) {
        return metric.score(view, Parameters.of(metric.parameters(), parameters))
                .value();
    }
}
