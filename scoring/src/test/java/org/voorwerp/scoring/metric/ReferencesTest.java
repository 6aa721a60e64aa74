package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.TextView;
import org.voorwerp.scoring.View.ValueView;
import org.voorwerp.scoring.diagnostic.CalibrationBins.Binning;
import org.voorwerp.scoring.diagnostic.ClassReport;
import org.voorwerp.scoring.diagnostic.ConfusionMatrix;
import org.voorwerp.scoring.diagnostic.Diagnostic;
import org.voorwerp.scoring.diagnostic.ReliabilityCurve;

/// Numbers from elsewhere for the metrics that metrics.json.gz has not: scikit-learn 1.2 and SciPy on the twelve
/// subjects made here, or a slow way that nobody can get wrong.
class ReferencesTest {

    private static final int SUBJECTS = 12;
    private static final List<String> CLASSES = List.of("0", "1", "2", "3");
    private static final double[] WEIGHTS =
            IntStream.range(0, SUBJECTS).mapToDouble(i -> 1 + (i % 3) * 0.5).toArray();

    /// label_ranking_average_precision_score(one-hot truth, P).
    @Test
    void meanReciprocalRankIsTheLabelRankingAveragePrecisionOfOneLabel() {
        var metric = new ProbabilityMetrics.MeanReciprocalRank();
        assertEquals(0.49999999999999994, value(metric, probabilities(null)), 1e-12);
        assertEquals(0.5023148148148149, value(metric, probabilities(WEIGHTS)), 1e-12);
    }

    /// calibration_curve(hit, confidence) and the number in each bin.
    @Test
    void calibrationErrorIsTheMeanGapOfTheCalibrationCurve() {
        var metric = new CalibrationError();
        var width = Map.<String, Object>of("bins", 5);
        assertEquals(0.1603095677620915, value(metric, probabilities(null), width), 1e-12);
        assertEquals(0.1615513859339863, value(metric, probabilities(WEIGHTS), width), 1e-12);
        assertEquals(0.2089584497443068, value(metric, probabilities(null)), 1e-12);
        assertEquals(0.16581050130421282, value(metric, probabilities(WEIGHTS)), 1e-12);
        var mass = Map.<String, Object>of("bins", 3, "binning", "equal-mass");
        assertEquals(0.17875489055524038, value(metric, probabilities(null), mass), 1e-12);
    }

    /// calibration_curve(y == 1, P[:, 1], n_bins=5).
    @Test
    void reliabilityCurveIsTheCalibrationCurve() {
        var curve = ReliabilityCurve.ofClass(probabilities(null), 1, 5, Binning.EQUAL_WIDTH);
        assertEquals("1", curve.of());
        assertEquals(3, curve.points().size());
        double[] happened = {0, 0.16666666666666666, 0.5};
        double[] predicted = {0.12441976127320956, 0.2803487776313864, 0.44283413848631237};
        for (int b = 0; b < 3; b++) {
            var point = curve.points().get(b);
            assertEquals(happened[b], point.happened(), 1e-12);
            assertEquals(predicted[b], point.predicted(), 1e-12);
            assertTrue(point.low() <= point.happened() && point.happened() <= point.high());
        }
    }

    @Test
    void edgesOfBinsBelongToTheBinBelow() {
        var view = new ProbabilityView(
                List.of("a", "b"),
                new int[] {0, 0, 0, 0},
                null,
                new double[][] {{0.6, 0.7, 0.7000000000000001, 1}, {0.4, 0.3, 0.3, 0}},
                null);
        var points = ReliabilityCurve.ofTopClass(view, 10, Binning.EQUAL_WIDTH).points();
        assertEquals(
                List.of(1.0, 1.0, 1.0, 1.0),
                points.stream().map(ReliabilityCurve.Point::weight).toList());
    }

    /// classification_report(y, P.argmax(1)).
    @Test
    void classReportIsTheClassificationReport() {
        var view = probabilities(null);
        var report = (ClassReport) Diagnostic.of(new LabelView(CLASSES, view.truth(), view.mostProbable(), null))
                .get(1);
        double[][] expected = {{0.2, 0.25, 0.222222, 4}, {0.5, 0.5, 0.5, 2}, {0.25, 0.25, 0.25, 4}, {0, 0, 0, 2}};
        for (int k = 0; k < 4; k++) {
            var line = report.classes().get(k);
            assertEquals(expected[k][0], Objects.requireNonNull(line.precision()), 5e-7);
            assertEquals(expected[k][1], Objects.requireNonNull(line.recall()), 5e-7);
            assertEquals(expected[k][2], line.f1(), 5e-7);
            assertEquals(expected[k][3], line.support());
        }
    }

    @Test
    void diagnosticsLeaveOutWhatDoesNotOccurAndSayWhatIsUnknown() {
        var view = new LabelView(CLASSES, new int[] {0, 0, 1}, new int[] {0, 2, 2}, new double[] {1, 2, 3});
        var diagnostics = Diagnostic.of(view);
        assertEquals(
                List.of(
                        new ConfusionMatrix.Cell("0", "0", 1),
                        new ConfusionMatrix.Cell("0", "2", 2),
                        new ConfusionMatrix.Cell("1", "2", 3)),
                ((ConfusionMatrix) diagnostics.getFirst()).cells());
        var lines = ((ClassReport) diagnostics.get(1)).classes();
        assertEquals(
                List.of("0", "1", "2"),
                lines.stream().map(ClassReport.Line::name).toList());
        assertNull(lines.get(1).precision());
        assertNull(lines.get(2).recall());
    }

    /// √mean_squared_log_error(t, p).
    @Test
    void rmsleIsTheRootOfTheMeanSquaredLogError() {
        var metric = new ErrorMetrics.RootMeanSquaredLogError();
        assertEquals(0.6800324998852247, value(metric, values(null)), 1e-12);
        assertEquals(0.7331512041479503, value(metric, values(WEIGHTS)), 1e-12);
    }

    @Test
    void rmsleSaysWhoseNumbersAreTooLow() {
        var metric = new ErrorMetrics.RootMeanSquaredLogError();
        var truth = value(new double[] {-0.5, 1}, new double[] {1, 1});
        assertEquals(
                "rmsle needs a truth of at least 0; v has some below",
                assertThrows(UndefinedScoreException.class, () -> value(metric, truth))
                        .getMessage());
        var prediction = value(new double[] {0, 1}, new double[] {-1, 1});
        assertEquals(
                "rmsle takes the logarithm of 1 + the prediction, and in v some are -1 or less: write numbers above -1",
                assertThrows(ParticipantVisibleException.class, () -> value(metric, prediction))
                        .getMessage());
    }

    /// mean_pinball_loss(t, p, alpha).
    @Test
    void quantileLossIsThePinballLoss() {
        var metric = new ErrorMetrics.QuantileLoss();
        assertEquals(0.6333333333333333, value(metric, values(null)), 1e-12);
        assertEquals(0.7250000000000001, value(metric, values(WEIGHTS)), 1e-12);
        var high = Map.<String, Object>of("quantile", 0.9);
        assertEquals(0.6733333333333332, value(metric, values(null), high), 1e-12);
        assertEquals(0.8316666666666668, value(metric, values(WEIGHTS), high), 1e-12);
    }

    /// (1 + somersd(t, p)) / 2, and with weights pair by pair.
    @Test
    void concordanceIsHalfOfOnePlusSomersD() {
        var metric = new RankingMetrics.Concordance();
        assertEquals(0.47540983606557374, value(metric, values(null)), 1e-12);
        var view = values(WEIGHTS);
        double alike = 0;
        double all = 0;
        for (int i = 0; i < SUBJECTS; i++) {
            for (int j = 0; j < SUBJECTS; j++) {
                double truth = view.truth()[0][i] - view.truth()[0][j];
                double prediction = view.prediction()[0][i] - view.prediction()[0][j];
                if (truth > 0) {
                    all += WEIGHTS[i] * WEIGHTS[j];
                    alike += WEIGHTS[i] * WEIGHTS[j] * (prediction > 0 ? 1 : prediction == 0 ? 0.5 : 0);
                }
            }
        }
        assertEquals(alike / all, value(metric, view), 1e-12);
        assertEquals(0.5, value(metric, value(new double[] {1, 2, 2}, new double[] {7, 7, 7})));
        var constant = value(new double[] {1, 1}, new double[] {7, 8});
        assertThrows(UndefinedScoreException.class, () -> value(metric, constant));
    }

    @Test
    void concordanceOfTwoTruthsIsTheAreaUnderTheCurve() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        var truth = random.doubles(500).map(Math::rint).toArray();
        var prediction = IntStream.range(0, 500)
                .mapToDouble(i -> Math.rint(10 * (random.nextGaussian() + truth[i])))
                .toArray();
        var view = value(truth, prediction);
        assertEquals(value(new RocAuc.OfValues(), view), value(new RankingMetrics.Concordance(), view), 1e-12);
    }

    /// numpy: ((P - F) ** 2).sum(1).mean(), and √mean_squared_error(F, P).
    @Test
    void brierAndRmseAgainstVotes() {
        assertEquals(0.10514697774580316, value(new VoteMetrics.SoftBrier(), probabilities(null)), 1e-12);
        assertEquals(0.11131435653212682, value(new VoteMetrics.SoftBrier(), probabilities(WEIGHTS)), 1e-12);
        assertEquals(0.16213187359816325, value(new VoteMetrics.RootMeanSquaredError(), probabilities(null)), 1e-12);
        assertEquals(0.16681903108767807, value(new VoteMetrics.RootMeanSquaredError(), probabilities(WEIGHTS)), 1e-12);
    }

    /// All 5,040 orders of seven subjects, three of them equally predicted, each cut after its first k.
    @Test
    void topOfRankingIsTheMeanOverAllOrdersOfTies() {
        var view = value(new double[] {1, 0, 1, 0, 1, 0, 0}, new double[] {5, 5, 4, 4, 4, 1, 0.5});
        for (int k = 1; k <= 7; k++) {
            double hits = 0;
            var orders = orders(List.of(0, 1, 2, 3, 4, 5, 6));
            for (var order : orders) {
                hits += order.stream()
                        .sorted((a, b) -> Double.compare(view.prediction()[0][b], view.prediction()[0][a]))
                        .limit(k)
                        .filter(i -> view.truth()[0][i] > 0.5)
                        .count();
            }
            hits /= orders.size();
            var places = Map.<String, Object>of("k", k);
            assertEquals(hits / k, value(new TopOfRanking.PrecisionAtK(), view, places), 1e-12);
            assertEquals(hits / 3, value(new TopOfRanking.RecallAtK(), view, places), 1e-12);
            assertEquals(hits / k / (3 / 7.0), value(new TopOfRanking.Lift(), view, Map.of("share", k / 7.0)), 1e-12);
        }
    }

    @Test
    void topOfRankingAtItsEdges() {
        var few = value(new double[] {1, 0}, new double[] {0, 1});
        assertEquals(0.5, value(new TopOfRanking.PrecisionAtK(), few));
        assertEquals(1, value(new TopOfRanking.RecallAtK(), few));
        assertEquals(1, value(new TopOfRanking.Lift(), few, Map.of("share", 1)));
        var none = value(new double[] {0, 0}, new double[] {0, 1});
        assertEquals(0, value(new TopOfRanking.PrecisionAtK(), none));
        assertEquals(
                "lift needs a positive subject; in v there is none",
                assertThrows(UndefinedScoreException.class, () -> value(new TopOfRanking.Lift(), none))
                        .getMessage());
        assertThrows(UndefinedScoreException.class, () -> value(new TopOfRanking.RecallAtK(), none));
    }

    @Test
    void editDistanceIsTheFewestEdits() {
        assertEquals(3, distance("kitten", "sitting"));
        assertEquals(2, distance("flaw", "lawn"));
        assertEquals(4, distance("", "four"));
        assertEquals(0, distance("same", "same"));
        var random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            var a = word(random);
            var b = word(random);
            assertEquals(obvious(a, b), distance(a, b), a + " " + b);
        }
    }

    /// 1 of 3 characters and 1 of 7 wrong; as words 1 of 1 and 1 of 2.
    @Test
    void errorRatesAreErrorsOverLength() {
        var view = new TextView(List.of("abc", "two one"), List.of("abd", "two ones"), null);
        assertEquals(2 / 10.0, value(new TextMetrics.CharacterErrorRate(), view), 1e-15);
        assertEquals(2 / 3.0, value(new TextMetrics.WordErrorRate(), view), 1e-15);
        var weighted = new TextView(view.truth(), view.prediction(), new double[] {1, 3});
        assertEquals((1 + 3 * 1) / (3 + 3 * 7.0), value(new TextMetrics.CharacterErrorRate(), weighted), 1e-15);
    }

    @Test
    void textsAreComparedAsTheyAreRead() {
        var view = new TextView(List.of("  Café\u00a0\t noir", "𝔞"), List.of("Cafe\u0301 noir ", "b"), null);
        assertEquals(1 / 10.0, value(new TextMetrics.CharacterErrorRate(), view), 1e-15);
        var cases = new TextView(List.of("Straße"), List.of("STRASSE"), null);
        assertEquals(0, value(new TextMetrics.CharacterErrorRate(), cases, Map.of("case", "ignore")));
        var nothing = new TextView(List.of(" ", ""), List.of("a", "b"), null);
        assertEquals(
                "word-error-rate needs a text that is not empty",
                assertThrows(UndefinedScoreException.class, () -> value(new TextMetrics.WordErrorRate(), nothing))
                        .getMessage());
    }

    private static int distance(String a, String b) {
        return EditDistance.between(a.chars().toArray(), b.chars().toArray());
    }

    private static int obvious(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Math.max(a.length(), b.length());
        }
        int replaced = obvious(a.substring(1), b.substring(1)) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
        return Math.min(replaced, 1 + Math.min(obvious(a.substring(1), b), obvious(a, b.substring(1))));
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(7), 'a', 'd')
                .collect(StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                .toString();
    }

    private static List<List<Integer>> orders(List<Integer> some) {
        if (some.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<Integer>>();
        for (var first : some) {
            var others = new ArrayList<>(some);
            others.remove(first);
            for (var order : orders(others)) {
                var longer = new ArrayList<>(Collections.singletonList(first));
                longer.addAll(order);
                orders.add(longer);
            }
        }
        return orders;
    }

    private static ProbabilityView probabilities(double @Nullable [] weights) {
        var truth = IntStream.range(0, SUBJECTS).map(i -> (i * 3 + i / 3) % 4).toArray();
        return new ProbabilityView(
                CLASSES,
                truth,
                rows((i, k) -> (i * 3 + k * 4) % 6 + 1),
                rows((i, k) -> (i * 7 + k * 5 + i * i * k) % 11 + 1),
                weights);
    }

    private interface Cell {
        double at(int i, int k);
    }

    private static double[][] rows(Cell cell) {
        var columns = new double[4][SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            int row = i;
            double sum = IntStream.range(0, 4).mapToDouble(k -> cell.at(row, k)).sum();
            for (int k = 0; k < 4; k++) {
                columns[k][i] = cell.at(i, k) / sum;
            }
        }
        return columns;
    }

    private static ValueView values(double @Nullable [] weights) {
        var truth = new double[SUBJECTS];
        var prediction = new double[SUBJECTS];
        Arrays.setAll(truth, i -> (i * 5 % 7) / 2.0);
        Arrays.setAll(prediction, i -> ((i * 3 + 1) % 8) / 2.5);
        return new ValueView(List.of("v"), new double[][] {truth}, new double[][] {prediction}, weights);
    }

    private static ValueView value(double[] truth, double[] prediction) {
        return new ValueView(List.of("v"), new double[][] {truth}, new double[][] {prediction}, null);
    }

    private static <V extends View> double value(Metric<V> metric, V view) {
        return value(metric, view, Map.of());
    }

    private static <V extends View> double value(Metric<V> metric, V view, Map<String, Object> parameters) {
        return metric.score(view, Parameters.of(metric.parameters(), parameters))
                .value();
    }
}
