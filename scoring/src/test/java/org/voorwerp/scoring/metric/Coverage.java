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
    private static final int POPULATION_OF_TEXTS = 400_000;

    private Coverage() {}

    /// Subjects, what is true of them and what is predicted.
    interface World {
        View draw(RandomGenerator random, int n);
    }

    /// The same kind of subjects and predictions in two populations.
    record Worlds(World first, World second) {}

    private static final Worlds LABELS = new Worlds(Crowd::labels, OtherCrowd::labels);
    private static final Worlds RARE_LABELS = new Worlds(Crowd::rareLabels, OtherCrowd::rareLabels);
    private static final Worlds PROBABILITIES = new Worlds(Crowd::probabilities, OtherCrowd::probabilities);
    private static final Worlds CALIBRATED = new Worlds(Crowd::calibrated, OtherCrowd::calibrated);
    private static final Worlds VALUES = new Worlds(Crowd::values, OtherCrowd::values);
    private static final Worlds NOT_NEGATIVE = new Worlds(Crowd::notNegative, OtherCrowd::notNegative);
    private static final Worlds TEXTS = new Worlds(Crowd::texts, OtherCrowd::texts);

    /// A metric in both worlds.
    ///
    /// @param parameters for samples of a size
    record Case<V extends View>(
            String name, Worlds worlds, Metric<V> metric, IntFunction<Map<String, Object>> parameters) {

        Score score(View view) {
            return metric.score(metric.view().cast(view), parameters(view.size()));
        }

        Parameters parameters(int size) {
            return Parameters.of(metric.parameters(), parameters.apply(size));
        }
    }

    static final List<Case<?>> CASES = List.of(
            of("accuracy", LABELS, new LabelMetrics.Accuracy()),
            of("balanced-accuracy", LABELS, new LabelMetrics.BalancedAccuracy()),
            of("matthews", LABELS, new LabelMetrics.Matthews()),
            of("cohen-kappa", LABELS, new LabelMetrics.CohenKappa()),
            of("quadratic-kappa", LABELS, new LabelMetrics.QuadraticKappa()),
            of("precision", LABELS, new ClassMetrics.Precision()),
            of("recall", LABELS, new ClassMetrics.Recall()),
            of("f1", LABELS, new ClassMetrics.F1()),
            of("f1, weighted", LABELS, new ClassMetrics.F1(), Map.of("average", "weighted")),
            of("f1, micro", LABELS, new ClassMetrics.F1(), Map.of("average", "micro")),
            of("balanced-accuracy, rare classes", RARE_LABELS, new LabelMetrics.BalancedAccuracy()),
            of("matthews, rare classes", RARE_LABELS, new LabelMetrics.Matthews()),
            of("precision, rare classes", RARE_LABELS, new ClassMetrics.Precision()),
            of("recall, rare classes", RARE_LABELS, new ClassMetrics.Recall()),
            of("f1, rare classes", RARE_LABELS, new ClassMetrics.F1()),
            of("f1, weighted, rare classes", RARE_LABELS, new ClassMetrics.F1(), Map.of("average", "weighted")),
            of("log-loss", PROBABILITIES, new ProbabilityMetrics.LogLoss()),
            of("brier", PROBABILITIES, new ProbabilityMetrics.Brier()),
            of("top-k-accuracy", PROBABILITIES, new ProbabilityMetrics.TopKAccuracy()),
            of("mean-reciprocal-rank", PROBABILITIES, new ProbabilityMetrics.MeanReciprocalRank()),
            of("calibration-error", PROBABILITIES, new CalibrationError()),
            of("calibration-error, equal mass", PROBABILITIES, new CalibrationError(), mass()),
            of("calibration-error, calibrated", CALIBRATED, new CalibrationError()),
            of("calibration-error, calibrated, equal mass", CALIBRATED, new CalibrationError(), mass()),
            of("soft-log-loss", PROBABILITIES, new VoteMetrics.SoftLogLoss()),
            of("kl-divergence", PROBABILITIES, new VoteMetrics.KlDivergence()),
            of("jensen-shannon", PROBABILITIES, new VoteMetrics.JensenShannon()),
            of("soft-brier", PROBABILITIES, new VoteMetrics.SoftBrier()),
            of("rmse of fractions", PROBABILITIES, new VoteMetrics.RootMeanSquaredError()),
            of("roc-auc of classes", PROBABILITIES, new RocAuc.OfProbabilities()),
            of(
                    "roc-auc of classes, one-vs-one",
                    PROBABILITIES,
                    new RocAuc.OfProbabilities(),
                    Map.of("multiclass", "one-vs-one")),
            of("mse", VALUES, new ErrorMetrics.MeanSquaredError()),
            of("rmse", VALUES, new ErrorMetrics.RootMeanSquaredError()),
            of("rmsle", NOT_NEGATIVE, new ErrorMetrics.RootMeanSquaredLogError()),
            of("mae", VALUES, new ErrorMetrics.MeanAbsoluteError()),
            of("median-absolute-error", VALUES, new ErrorMetrics.MedianAbsoluteError()),
            of("quantile-loss, 0.9", VALUES, new ErrorMetrics.QuantileLoss(), Map.of("quantile", 0.9)),
            of("r2", VALUES, new ErrorMetrics.RSquared()),
            of("pearson", VALUES, new Correlations.Pearson()),
            of("spearman", VALUES, new Correlations.Spearman()),
            of("kendall-tau", VALUES, new Correlations.KendallTau()),
            of("concordance", VALUES, new RankingMetrics.Concordance()),
            of("roc-auc", VALUES, new RocAuc.OfValues()),
            of("average-precision", VALUES, new RankingMetrics.AveragePrecision()),
            of("ndcg", VALUES, new RankingMetrics.Ndcg()),
            new Case<>("ndcg, first tenth", VALUES, new RankingMetrics.Ndcg(), n -> Map.of("k", n / 10)),
            new Case<>(
                    "precision-at-k, k a tenth",
                    VALUES,
                    new TopOfRanking.PrecisionAtK(),
                    n -> Map.of("k", n / 10, "threshold", 0.7)),
            new Case<>(
                    "recall-at-k, k a tenth",
                    VALUES,
                    new TopOfRanking.RecallAtK(),
                    n -> Map.of("k", n / 10, "threshold", 0.7)),
            of("lift, first tenth", VALUES, new TopOfRanking.Lift(), Map.of("threshold", 0.7)),
            of("character-error-rate", TEXTS, new TextMetrics.CharacterErrorRate()),
            of("word-error-rate", TEXTS, new TextMetrics.WordErrorRate()));

    private static Map<String, Object> mass() {
        return Map.of("binning", "equal-mass");
    }

    private static <V extends View> Case<V> of(String name, Worlds worlds, Metric<V> metric) {
        return of(name, worlds, metric, Map.of());
    }

    private static <V extends View> Case<V> of(
            String name, Worlds worlds, Metric<V> metric, Map<String, Object> parameters) {
        return new Case<>(name, worlds, metric, _ -> parameters);
    }

    /// What came of many samples.
    ///
    /// @param held share of the intervals that hold the population's score
    /// @param below share of the intervals that lie below it
    /// @param width their mean width
    record Held(double held, double below, double width, int intervals) {}

    static Held held(Case<?> one, World world, int n, int draws) {
        var scores = IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> score(one, world, n, draw))
                .toList();
        double truth = population(one, world, scores);
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

    private static @Nullable Score score(Case<?> one, World world, int n, int draw) {
        try {
            return one.score(world.draw(random(1_000_003L * n + draw), n));
        } catch (UndefinedScoreException e) {
            return null;
        }
    }

    private static final Map<Object, Double> POPULATIONS = new HashMap<>();

    private static double population(Case<?> one, World world, List<@Nullable Score> scores) {
        if (one.metric() instanceof RankingMetrics.Ndcg) {
            // The best order of more subjects is another, so there is no score of the population but the mean one.
            return scores.stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(Score::value)
                    .average()
                    .orElseThrow();
        }
        return POPULATIONS.computeIfAbsent(List.of(one.name(), world), _ -> {
            int size = one.name().endsWith("error-rate") ? POPULATION_OF_TEXTS : POPULATION;
            return one.score(world.draw(random(1), size)).value();
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
                for (var world : List.of(one.worlds().first(), one.worlds().second())) {
                    for (int n : sizes) {
                        var held = held(one, world, n, draws);
                        line.append(String.format(
                                Locale.ROOT,
                                arguments.length > 2 ? " %.1f (%.1f below, width %.4f, %d) |" : " %.1f |",
                                100 * held.held(),
                                100 * held.below(),
                                held.width(),
                                held.intervals()));
                    }
                }
                System.out.println(line);
            }
        }
    }
}
