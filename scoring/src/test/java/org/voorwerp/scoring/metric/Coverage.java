package org.voorwerp.scoring.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.View;

/// Draws many samples of known populations and counts how often intervals hold the population's score.
///
/// [#main] prints the table of docs/scores.md: give the number of draws and the sizes of the samples.
final class Coverage {

    private static final int POPULATION = 4_000_000;
    private static final int TEXTS = 400_000;

    private Coverage() {}

    /// Subjects, what is true of them and what is predicted.
    interface World {
        View draw(RandomGenerator random, int n);
    }

    /// A metric in a world.
    ///
    /// @param parameters for samples of a size
    record Case<V extends View>(
            String name, World world, Metric<V> metric, IntFunction<Map<String, Object>> parameters) {

        Score score(View view) {
            return metric.score(metric.view().cast(view), parameters(view.size()));
        }

        Parameters parameters(int size) {
            return Parameters.of(metric.parameters(), parameters.apply(size));
        }
    }

    static final List<Case<?>> CASES = List.of(
            of("accuracy", Crowd::labels, new LabelMetrics.Accuracy()),
            of("balanced-accuracy", Crowd::labels, new LabelMetrics.BalancedAccuracy()),
            of("matthews", Crowd::labels, new LabelMetrics.Matthews()),
            of("cohen-kappa", Crowd::labels, new LabelMetrics.CohenKappa()),
            of("quadratic-kappa", Crowd::labels, new LabelMetrics.QuadraticKappa()),
            of("precision", Crowd::labels, new ClassMetrics.Precision()),
            of("recall", Crowd::labels, new ClassMetrics.Recall()),
            of("f1", Crowd::labels, new ClassMetrics.F1()),
            of("f1, weighted", Crowd::labels, new ClassMetrics.F1(), Map.of("average", "weighted")),
            of("f1, micro", Crowd::labels, new ClassMetrics.F1(), Map.of("average", "micro")),
            of("balanced-accuracy, rare classes", Crowd::rareLabels, new LabelMetrics.BalancedAccuracy()),
            of("matthews, rare classes", Crowd::rareLabels, new LabelMetrics.Matthews()),
            of("precision, rare classes", Crowd::rareLabels, new ClassMetrics.Precision()),
            of("recall, rare classes", Crowd::rareLabels, new ClassMetrics.Recall()),
            of("f1, rare classes", Crowd::rareLabels, new ClassMetrics.F1()),
            of("f1, weighted, rare classes", Crowd::rareLabels, new ClassMetrics.F1(), Map.of("average", "weighted")),
            of("log-loss", Crowd::probabilities, new ProbabilityMetrics.LogLoss()),
            of("brier", Crowd::probabilities, new ProbabilityMetrics.Brier()),
            of("top-k-accuracy", Crowd::probabilities, new ProbabilityMetrics.TopKAccuracy()),
            of("mean-reciprocal-rank", Crowd::probabilities, new ProbabilityMetrics.MeanReciprocalRank()),
            of("calibration-error", Crowd::probabilities, new CalibrationError()),
            of("calibration-error, equal mass", Crowd::probabilities, new CalibrationError(), mass()),
            of("calibration-error, calibrated", Crowd::calibrated, new CalibrationError()),
            of("calibration-error, calibrated, equal mass", Crowd::calibrated, new CalibrationError(), mass()),
            of("soft-log-loss", Crowd::probabilities, new VoteMetrics.SoftLogLoss()),
            of("kl-divergence", Crowd::probabilities, new VoteMetrics.KlDivergence()),
            of("jensen-shannon", Crowd::probabilities, new VoteMetrics.JensenShannon()),
            of("soft-brier", Crowd::probabilities, new VoteMetrics.SoftBrier()),
            of("rmse of fractions", Crowd::probabilities, new VoteMetrics.RootMeanSquaredError()),
            of("roc-auc of classes", Crowd::probabilities, new RocAuc.OfProbabilities()),
            of(
                    "roc-auc of classes, one-vs-one",
                    Crowd::probabilities,
                    new RocAuc.OfProbabilities(),
                    Map.of("multiclass", "one-vs-one")),
            of("mse", Crowd::values, new ErrorMetrics.MeanSquaredError()),
            of("rmse", Crowd::values, new ErrorMetrics.RootMeanSquaredError()),
            of("rmsle", Crowd::notNegative, new ErrorMetrics.RootMeanSquaredLogError()),
            of("mae", Crowd::values, new ErrorMetrics.MeanAbsoluteError()),
            of("median-absolute-error", Crowd::values, new ErrorMetrics.MedianAbsoluteError()),
            of("quantile-loss, 0.9", Crowd::values, new ErrorMetrics.QuantileLoss(), Map.of("quantile", 0.9)),
            of("r2", Crowd::values, new ErrorMetrics.RSquared()),
            of("pearson", Crowd::values, new Correlations.Pearson()),
            of("spearman", Crowd::values, new Correlations.Spearman()),
            of("kendall-tau", Crowd::values, new Correlations.KendallTau()),
            of("concordance", Crowd::values, new RankingMetrics.Concordance()),
            of("roc-auc", Crowd::values, new RocAuc.OfValues()),
            of("average-precision", Crowd::values, new RankingMetrics.AveragePrecision()),
            of("ndcg", Crowd::values, new RankingMetrics.Ndcg()),
            new Case<>("ndcg, first tenth", Crowd::values, new RankingMetrics.Ndcg(), n -> Map.of("k", n / 10)),
            new Case<>(
                    "precision-at-k, k a tenth",
                    Crowd::values,
                    new TopOfRanking.PrecisionAtK(),
                    n -> Map.of("k", n / 10, "threshold", 0.7)),
            new Case<>(
                    "recall-at-k, k a tenth",
                    Crowd::values,
                    new TopOfRanking.RecallAtK(),
                    n -> Map.of("k", n / 10, "threshold", 0.7)),
            of("lift, first tenth", Crowd::values, new TopOfRanking.Lift(), Map.of("threshold", 0.7)),
            of("character-error-rate", Crowd::texts, new TextMetrics.CharacterErrorRate()),
            of("word-error-rate", Crowd::texts, new TextMetrics.WordErrorRate()));

    private static Map<String, Object> mass() {
        return Map.of("binning", "equal-mass");
    }

    private static <V extends View> Case<V> of(String name, World world, Metric<V> metric) {
        return of(name, world, metric, Map.of());
    }

    private static <V extends View> Case<V> of(
            String name, World world, Metric<V> metric, Map<String, Object> parameters) {
        return new Case<>(name, world, metric, _ -> parameters);
    }

    /// What came of many samples.
    ///
    /// @param held share of the intervals that hold the population's score
    /// @param below share of the intervals that lie below it
    /// @param width their mean width
    record Held(double held, double below, double width, int intervals) {}

    static Held held(Case<?> one, int n, int draws) {
        var scores = IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> score(one, n, draw))
                .toList();
        double truth = population(one, scores);
        var intervals = scores.stream()
                .filter(Objects::nonNull)
                .map(Score::interval)
                .filter(Objects::nonNull)
                .toList();
        double size = intervals.size();
        return new Held(
                intervals.stream()
                                .filter(interval -> interval.low() <= truth && truth <= interval.high())
                                .count()
                        / size,
                intervals.stream().filter(interval -> interval.high() < truth).count() / size,
                intervals.stream()
                        .mapToDouble(interval -> interval.high() - interval.low())
                        .average()
                        .orElse(Double.NaN),
                intervals.size());
    }

    private static @Nullable Score score(Case<?> one, int n, int draw) {
        try {
            return one.score(one.world().draw(random(1_000_003L * n + draw), n));
        } catch (UndefinedScoreException e) {
            return null;
        }
    }

    private static final Map<String, Double> POPULATIONS = new HashMap<>();

    private static double population(Case<?> one, List<@Nullable Score> scores) {
        if (one.metric() instanceof RankingMetrics.Ndcg) {
            // The best order of more subjects is another, so there is no score of the population but the mean one.
            return scores.stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(Score::value)
                    .average()
                    .orElseThrow();
        }
        return POPULATIONS.computeIfAbsent(one.name(), _ -> {
            int size = one.name().endsWith("error-rate") ? TEXTS : POPULATION;
            return one.score(one.world().draw(random(1), size)).value();
        });
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public static void main(String[] arguments) {
        int draws = Integer.parseInt(arguments[0]);
        var sizes =
                List.of(arguments[1].split(",")).stream().map(Integer::valueOf).toList();
        var wanted = arguments.length > 2 ? arguments[2] : "";
        for (var one : CASES) {
            if (one.name().matches(".*(" + wanted + ").*")) {
                var line = new StringBuilder("| " + one.name() + " |");
                for (int n : sizes) {
                    var held = held(one, n, draws);
                    line.append(String.format(
                            Locale.ROOT,
                            arguments.length > 2 ? " %.1f (%.1f below, width %.4f, %d) |" : " %.1f |",
                            100 * held.held(),
                            100 * held.below(),
                            held.width(),
                            held.intervals()));
                }
                System.out.println(line);
            }
        }
    }
}
