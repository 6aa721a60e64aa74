package org.voorwerp.consensus.crowd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;

/// What every model must hold, tried on random crowds: also of those that plug-ins bring.
@NullUnmarked
class CrowdModelContractTest {

    private static final int CROWDS = 40;

    static Stream<ConfiguredModel> models() {
        var models = CrowdModels.builtIn();
        var all = new ArrayList<>(models.all().stream()
                .map(model -> models.configure(model.name(), Map.of()))
                .toList());
        all.add(models.configure("dawid-skene", Map.of("crowd", 0)));
        all.add(models.configure("dawid-skene", Map.of("crowd", 0, "smoothing", 3, "diagonal", 2)));
        all.add(models.configure("one-coin", Map.of("right", 0, "wrong", 0)));
        all.add(models.configure("mace", Map.of("prior", "estimated", "iterations", 300)));
        all.add(models.configure("glad", Map.of("steps", 5)));
        return all.stream();
    }

    /// @param gold some subjects are known; always so where a model needs it
    private record Crowd(Votes votes, Gold gold) {}

    /// From one subject and one volunteer on; some subjects without votes, some volunteers too, repeats among
    /// them.
    private static Crowd random(RandomGenerator random, boolean two) {
        int classes = two ? 2 : 2 + random.nextInt(6);
        int subjects = 1 + random.nextInt(60);
        int volunteers = 1 + random.nextInt(20);
        var start = new int[subjects + 1];
        var by = new ArrayList<Integer>();
        var answers = new ArrayList<Integer>();
        var labels = new int[subjects];
        for (int i = 0; i < subjects; i++) {
            int truth = random.nextInt(classes);
            labels[i] = random.nextInt(4) == 0 ? truth : -1;
            for (int n = random.nextInt(9); n > 0; n--) {
                int j = random.nextInt(volunteers);
                by.add(j);
                answers.add(random.nextInt(volunteers) < j ? truth : random.nextInt(classes));
            }
            start[i + 1] = by.size();
        }
        labels[0] = 0;
        var answer = new char[answers.size()];
        for (int vote = 0; vote < answer.length; vote++) {
            answer[vote] = (char) (int) answers.get(vote);
        }
        var votes = Votes.of(
                List.of("a", "b", "c", "d", "e", "f", "g", "h").subList(0, classes),
                SimulatedCrowd.numbers(subjects),
                SimulatedCrowd.numbers(volunteers),
                start,
                by.stream().mapToInt(Integer::intValue).toArray(),
                answer);
        return new Crowd(votes, new Gold(labels));
    }

    private static Stream<Crowd> crowds(ConfiguredModel model) {
        var random = SimulatedCrowd.random(5);
        boolean swap = model.model().name().equals("swap");
        return Stream.generate(() -> random(random, swap))
                .map(crowd -> swap || random.nextBoolean() ? crowd : new Crowd(crowd.votes(), Gold.none(crowd.votes())))
                .limit(CROWDS);
    }

    @ParameterizedTest
    @MethodSource("models")
    void posteriorsAreProbabilitiesAndKnownSubjectsAreWhatTheyAre(ConfiguredModel model) {
        crowds(model).forEach(crowd -> {
            var fit = model.fit(crowd.votes(), crowd.gold());
            for (int i = 0; i < crowd.votes().subjects().size(); i++) {
                double sum = 0;
                for (var ofClass : fit.posterior()) {
                    assertTrue(ofClass[i] >= 0 && ofClass[i] <= 1 + 1e-12, model + ": " + ofClass[i]);
                    sum += ofClass[i];
                }
                boolean voted = crowd.votes().start(i) < crowd.votes().end(i);
                if (voted || crowd.gold().knows(i) || fit.kind() == Fit.Kind.PROBABILITIES) {
                    assertEquals(1, sum, 1e-9);
                }
                if (crowd.gold().knows(i)) {
                    assertEquals(1, fit.posterior()[crowd.gold().labels()[i]][i], 1e-9);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsMaximisedNeverFalls(ConfiguredModel model) {
        crowds(model).forEach(crowd -> {
            double[] objective =
                    model.fit(crowd.votes(), crowd.gold()).convergence().objective();
            for (int t = 1; t < objective.length; t++) {
                double fall = objective[t - 1] - objective[t];
                assertTrue(fall <= 1e-9 * Math.abs(objective[t]), model + " falls by " + fall);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void skillsKeepToTheirRanges(ConfiguredModel model) {
        crowds(model).forEach(crowd -> {
            var fit = model.fit(crowd.votes(), crowd.gold());
            int[] given = crowd.votes().given();
            for (int j = 0; j < given.length; j++) {
                var skill = fit.skills().of(j);
                assertEquals(given[j], skill.votes());
                assertTrue(skill.accuracy() >= 0 && skill.accuracy() <= 1 + 1e-12, model + ": " + skill);
                assertTrue(skill.interval().low() <= skill.accuracy() + 1e-12);
                assertTrue(skill.interval().high() >= skill.accuracy() - 1e-12);
                if (skill.confusion() != null) {
                    for (var row : skill.confusion()) {
                        assertEquals(1, Arrays.stream(row).sum(), 1e-9);
                    }
                    double most = Math.log(fit.classes().length) / Math.log(2);
                    assertTrue(skill.information().bits() >= 0
                            && skill.information().bits() <= most + 1e-12);
                }
            }
        });
    }

    /// Volunteers and subjects in reverse order.
    private static Crowd reversed(Crowd crowd) {
        var votes = crowd.votes();
        int subjects = votes.subjects().size();
        var start = new int[subjects + 1];
        var by = new int[votes.size()];
        var answer = new char[votes.size()];
        var labels = new int[subjects];
        int to = 0;
        for (int i = subjects - 1; i >= 0; i--) {
            labels[subjects - 1 - i] = crowd.gold().labels()[i];
            for (int vote = votes.end(i) - 1; vote >= votes.start(i); vote--) {
                by[to] = votes.volunteers().size() - 1 - votes.volunteer(vote);
                answer[to++] = (char) votes.answer(vote);
            }
            start[subjects - i] = to;
        }
        return new Crowd(
                Votes.of(votes.classes(), votes.subjects(), votes.volunteers(), start, by, answer), new Gold(labels));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theOrderOfSubjectsAndVolunteersDoesNotMatter(ConfiguredModel model) {
        crowds(model).forEach(crowd -> {
            var one = model.fit(crowd.votes(), crowd.gold());
            var turned = reversed(crowd);
            var other = model.fit(turned.votes(), turned.gold());
            int last = crowd.votes().subjects().size() - 1;
            for (int k = 0; k < one.posterior().length; k++) {
                for (int i = 0; i <= last; i++) {
                    assertEquals(one.posterior()[k][i], other.posterior()[k][last - i], 1e-5, model.toString());
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void theNumberOfThreadsDoesNotMatter(ConfiguredModel model) throws ExecutionException, InterruptedException {
        var random = SimulatedCrowd.random(8);
        var confusion = new double[300][2][2];
        for (var matrix : confusion) {
            for (int k = 0; k < 2; k++) {
                matrix[k][k] = 0.5 + 0.5 * random.nextDouble();
                matrix[k][1 - k] = 1 - matrix[k][k];
            }
        }
        // Enough for several lanes.
        var crowd = SimulatedCrowd.of(confusion, new double[] {0.3, 0.7}, 9_000, 5, 3);
        var gold = new Gold(crowd.truth().labels().clone());
        for (int i = 100; i < gold.labels().length; i++) {
            gold.labels()[i] = -1;
        }
        double[][] one = null;
        for (int threads : new int[] {1, 2, 5}) {
            try (var pool = new ForkJoinPool(threads)) {
                var posterior =
                        pool.submit(() -> model.fit(crowd.votes(), gold)).get().posterior();
                one = one == null ? posterior : one;
                for (int k = 0; k < 2; k++) {
                    assertArrayEquals(one[k], posterior[k]);
                }
            }
        }
    }

    @Test
    void whatIsAskedWronglyIsSaid() {
        var models = CrowdModels.builtIn();

        assertEquals(
                "there is no crowd model dawid; there are consistency, dawid-skene, glad, mace, one-coin, opinion-pool,"
                        + " plurality, swap, wawa, zero-based-skill",
                message(() -> models.configure("dawid", Map.of())));
        assertEquals(
                "parameter smoothing must be a number from 0.0 to 1000000.0, not -1",
                message(() -> models.configure("dawid-skene", Map.of("smoothing", -1))));
        assertTrue(message(() -> models.configure("wawa", Map.of("seed", 1)))
                .startsWith("there is no parameter seed; none can be set here"));
        var three = random(SimulatedCrowd.random(1), false);
        assertTrue(message(() -> models.configure("swap", Map.of()).fit(three.votes(), three.gold()))
                .startsWith("swap tells two classes apart, and there are "));
        var two = random(SimulatedCrowd.random(1), true);
        assertTrue(message(() -> models.configure("swap", Map.of()).fit(two.votes()))
                .startsWith("swap needs training subjects"));
    }

    private static String message(Runnable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
    }
}
