package org.voorwerp.consensus.crowd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voorwerp.consensus.vote.Gold;

/// Crowds made by a model: the model finds the volunteers' skills again, and the intervals hold what they
/// promise.
@NullUnmarked
class RecoveryTest {

    private static final int CROWDS = 30;

    /// @param perSubject votes a subject
    record Case(
            String model, Map<String, Object> parameters, int classes, int volunteers, int subjects, int perSubject) {
        @Override
        public String toString() {
            return model + " " + parameters + ", " + classes + " classes, " + volunteers + " volunteers, "
                    + subjects * perSubject / volunteers + " votes each";
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("one-coin", Map.of(), 2, 60, 400, 6),
                new Case("one-coin", Map.of(), 4, 100, 600, 5),
                new Case("one-coin", Map.of(), 4, 200, 500, 5),
                new Case("dawid-skene", Map.of("crowd", 0, "smoothing", 1), 2, 40, 600, 8),
                new Case("dawid-skene", Map.of(), 2, 40, 600, 8),
                new Case("dawid-skene", Map.of(), 3, 40, 600, 10),
                new Case("dawid-skene", Map.of(), 4, 100, 800, 10),
                new Case("mace", Map.of("prior", "estimated", "iterations", 1000), 3, 60, 600, 8),
                new Case("glad", Map.of(), 3, 60, 600, 8),
                new Case("swap", Map.of(), 2, 60, 600, 8));
    }

    private static SimulatedCrowd crowd(Case c, long seed) {
        if (c.model.equals("glad")) {
            return glad(c, seed);
        }
        var random = SimulatedCrowd.random(seed);
        var prior = new double[c.classes];
        for (int k = 0; k < prior.length; k++) {
            prior[k] = (k + 2.0) / (prior.length * (prior.length + 3.0) / 2);
        }
        var confusion = new double[c.volunteers][c.classes][];
        for (int j = 0; j < c.volunteers; j++) {
            double skill = 0.55 + 0.4 * random.nextDouble();
            var habit = habit(c.classes, random);
            for (int k = 0; k < c.classes; k++) {
                confusion[j][k] = switch (c.model) {
                    case "mace" -> row(k, skill - 0.2, habit, true);
                    case "dawid-skene", "swap" ->
                        row(
                                k,
                                Math.min(0.97, skill + 0.15 * (random.nextDouble() - 0.5)),
                                habit(c.classes, random),
                                false);
                    default -> row(k, skill, even(c.classes), false);
                };
            }
        }
        return SimulatedCrowd.of(confusion, prior, c.subjects, c.perSubject, seed + 1);
    }

    /// The true class is seen with probability `skill`; what else is answered comes by habit.
    ///
    /// @param blind whether the habit may hit the true class too
    private static double[] row(int k, double skill, double[] habit, boolean blind) {
        var row = new double[habit.length];
        double others = 1 - habit[k];
        for (int l = 0; l < row.length; l++) {
            row[l] = blind
                    ? (l == k ? skill : 0) + (1 - skill) * habit[l]
                    : l == k ? skill : (1 - skill) * habit[l] / others;
        }
        return row;
    }

    private static double[] even(int classes) {
        var even = new double[classes];
        Arrays.fill(even, 1.0 / classes);
        return even;
    }

    private static double[] habit(int classes, RandomGenerator random) {
        var habit = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            habit[k] = 0.2 + random.nextDouble();
            sum += habit[k];
        }
        for (int k = 0; k < classes; k++) {
            habit[k] /= sum;
        }
        return habit;
    }

    /// Abilities and difficulties are those of GLAD's priors; a volunteer's accuracy is the mean over what was
    /// seen.
    private static SimulatedCrowd glad(Case c, long seed) {
        var random = SimulatedCrowd.random(seed);
        var ability = new double[c.volunteers];
        var ease = new double[c.subjects];
        Arrays.setAll(ability, j -> 1 + random.nextGaussian());
        Arrays.setAll(ease, i -> Math.exp(1 + random.nextGaussian()));
        var chances = new double[c.volunteers];
        var seen = new int[c.volunteers];
        var crowd = SimulatedCrowd.of(
                new double[c.volunteers][c.classes][c.classes],
                even(c.classes),
                c.subjects,
                c.perSubject,
                seed + 1,
                (j, i, truth, draw) -> {
                    double chance = 1 / (1 + Math.exp(-ability[j] * ease[i]));
                    chances[j] += chance;
                    seen[j]++;
                    return draw.nextDouble() < chance ? truth : (truth + 1 + draw.nextInt(c.classes - 1)) % c.classes;
                });
        for (int j = 0; j < c.volunteers; j++) {
            for (int k = 0; k < c.classes; k++) {
                crowd.confusion()[j][k][k] = chances[j] / seen[j];
            }
        }
        return crowd;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void skillsLieWithinTheirIntervals(Case c) {
        int inside = 0;
        int all = 0;
        double bias = 0;
        double width = 0;
        for (int n = 0; n < CROWDS; n++) {
            var crowd = crowd(c, 1000L * n + 17);
            var gold = c.model.equals("swap") ? half(crowd) : Gold.none(crowd.votes());
            var fit = CrowdModels.builtIn().configure(c.model, c.parameters).fit(crowd.votes(), gold);
            for (int j = 0; j < c.volunteers; j++) {
                var skill = fit.skills().of(j);
                double truth = crowd.accuracy(j);
                inside += truth >= skill.interval().low()
                                && truth <= skill.interval().high()
                        ? 1
                        : 0;
                bias += skill.accuracy() - truth;
                width += skill.interval().high() - skill.interval().low();
                all++;
            }
        }
        double coverage = (double) inside / all;
        System.out.printf("| %s | %.1f %% | %+.4f | %.3f |%n", c, 100 * coverage, bias / all, width / all);
        assertTrue(coverage > 0.93 && coverage < 0.97, () -> c + ": " + coverage);
    }

    private static Gold half(SimulatedCrowd crowd) {
        return crowd.truth()
                .without(IntStream.range(0, crowd.truth().labels().length)
                        .filter(i -> i % 2 == 1)
                        .toArray());
    }
}
