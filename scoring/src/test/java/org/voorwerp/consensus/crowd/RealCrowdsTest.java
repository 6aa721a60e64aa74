package org.voorwerp.consensus.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.consensus.vote.Gold;

/// Against two other programs on real crowds: an EM on the true log-likelihood in numpy, and crowd-kit 1.4.1.
@NullUnmarked
class RealCrowdsTest {

    private static final Map<String, Object> MAXIMUM_LIKELIHOOD = Map.of("crowd", 0);
    private static final CrowdModels MODELS = CrowdModels.builtIn();

    private static Fit fit(RealCrowd crowd, String model, Map<String, Object> parameters) {
        return MODELS.configure(model, parameters).fit(crowd.votes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bluebird", "rte", "dog", "web", "product", "relevance", "ms"})
    void dawidSkeneAndOneCoinEndWhereTheReferenceDoes(String name) throws IOException {
        var crowd = RealCrowd.read(name);
        var expected = RealCrowd.expected("converged_em_reference").get(name);

        assertEnds(expected.get("DS_ml"), crowd, fit(crowd, "dawid-skene", MAXIMUM_LIKELIHOOD));
        assertEnds(expected.get("OneCoin_ml"), crowd, fit(crowd, "one-coin", Map.of("right", 0, "wrong", 0)));
    }

    private static void assertEnds(JsonNode expected, RealCrowd crowd, Fit fit) {
        double likelihood = expected.get("loglik").doubleValue();
        assertEquals(likelihood, fit.convergence().logLikelihood(), -1e-4 * likelihood);
        assertEquals(expected.get("acc").doubleValue(), crowd.accuracy(fit), 0.001);
        assertTrue(fit.convergence().converged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bluebird", "rte", "dog", "web", "product", "relevance", "ms"})
    void theOtherModelsAreAtLeastAsGoodAsCrowdKits(String name) throws IOException {
        var crowd = RealCrowd.read(name);
        var expected = RealCrowd.expected("benchmark_crowdkit_1.4.1").get(name);

        assertEquals(acc(expected, "MV"), crowd.accuracy(fit(crowd, "plurality", Map.of())), 1e-5);
        // Where weights tie exactly, the order in which a program adds up decides: four subjects of 4,460.
        assertAtLeast(acc(expected, "Wawa"), crowd, "wawa", 0.001);
        assertAtLeast(acc(expected, "ZBS"), crowd, "zero-based-skill", 0.001);
        assertAtLeast(acc(expected, "MACE1"), crowd, "mace", 1e-5);
        if (expected.has("GLAD")) {
            assertAtLeast(acc(expected, "GLAD"), crowd, "glad", 1e-5);
        }
    }

    private static double acc(JsonNode expected, String model) {
        return expected.get(model).get("acc").doubleValue();
    }

    private static void assertAtLeast(double expected, RealCrowd crowd, String model, double slack) {
        double accuracy = crowd.accuracy(fit(crowd, model, Map.of()));
        assertTrue(accuracy >= expected - slack, () -> model + " has " + accuracy + ", not " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bluebird", "rte", "dog", "web", "product", "relevance", "ms"})
    void theStandardModelIsNowhereWorseThanPluralityUnderEitherTieRule(String name) throws IOException {
        var crowd = RealCrowd.read(name);
        var expected = RealCrowd.expected("benchmark_crowdkit_1.4.1").get(name);
        double plurality = Math.max(
                acc(expected, "MV"), expected.get("MV_random_tie_expected").doubleValue());

        var fit = fit(crowd, CrowdModels.STANDARD, Map.of());

        assertTrue(crowd.accuracy(fit) >= plurality, () -> name + ": " + crowd.accuracy(fit) + " < " + plurality);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bluebird", "rte", "dog"})
    void posteriorsAndConfusionMatricesAreCrowdKitsRoundForRound(String name) throws IOException {
        var crowd = RealCrowd.read(name);
        var all = RealCrowd.expected(name);
        for (var key : new String[] {"DS1", "DS"}) {
            var expected = all.get(key);
            int rounds = key.equals("DS1")
                    ? 1
                    : expected.get("elbo_per_label_history").size();
            var fit = fit(crowd, "dawid-skene", Map.of("crowd", 0, "iterations", rounds, "tolerance", 0));

            // With four classes some votes contradict each other so much that crowd-kit's floor decides, which is
            // under probabilities where ours is under votes.
            double slack = fit.posterior().length > 2 ? 2e-3 : 1e-6;
            assertPosterior(expected.get("posterior"), crowd, fit, slack);
            var met = met(crowd, fit);
            var errors = expected.get("errors[worker][observed][true]");
            for (int j = 0; j < crowd.votes().volunteers().size(); j++) {
                var confusion = fit.skills().of(j).confusion();
                var ofVolunteer = errors.get(crowd.votes().volunteers().get(j));
                for (int k = 0; k < confusion.length; k++) {
                    for (int l = 0; l < confusion.length; l++) {
                        var observed = ofVolunteer.get(crowd.votes().classes().get(l));
                        double error = observed == null
                                ? 0
                                : observed.get(crowd.votes().classes().get(k)).doubleValue();
                        if (met[j][k] > 0.01) {
                            assertEquals(error, confusion[k][l], slack);
                        }
                    }
                }
            }
        }
    }

    /// How many subjects of each class a volunteer is expected to have met, `[volunteer][class]`: where that is
    /// nearly none, a row shows nothing but the floors of the two programs.
    private static double[][] met(RealCrowd crowd, Fit fit) {
        var votes = crowd.votes();
        var met = new double[votes.volunteers().size()][votes.classes().size()];
        for (int i = 0; i < votes.subjects().size(); i++) {
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                for (int k = 0; k < fit.posterior().length; k++) {
                    met[votes.volunteer(vote)][k] += fit.posterior()[k][i];
                }
            }
        }
        return met;
    }

    private static void assertPosterior(JsonNode posterior, RealCrowd crowd, Fit fit, double slack) {
        for (int i = 0; i < crowd.votes().subjects().size(); i++) {
            var ofSubject = posterior.get(crowd.votes().subjects().get(i));
            for (int k = 0; k < fit.posterior().length; k++) {
                assertEquals(ofSubject.get(crowd.votes().classes().get(k)).doubleValue(), fit.posterior()[k][i], slack);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bluebird", "rte", "dog"})
    void skillsAndFractionsOfWeightedVotesAreCrowdKits(String name) throws IOException {
        var crowd = RealCrowd.read(name);
        var all = RealCrowd.expected(name);
        for (var pair : Map.of("Wawa", "wawa", "ZBS", "zero-based-skill").entrySet()) {
            var expected = all.get(pair.getKey());
            var fit = fit(crowd, pair.getValue(), Map.of());
            assertPosterior(expected.get("posterior"), crowd, fit, 1e-6);
            for (int j = 0; j < crowd.votes().volunteers().size(); j++) {
                double skill = expected.get("skills")
                        .get(crowd.votes().volunteers().get(j))
                        .doubleValue();
                assertEquals(skill, fit.skills().of(j).accuracy(), 1e-6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rte", "dog", "web", "relevance"})
    void certaintyCalibratedOnHalfTheGoldIsRightAsOftenAsItSaysOnTheOther(String name) throws IOException {
        var crowd = RealCrowd.read(name);
        int[] known = IntStream.range(0, crowd.truth().labels().length)
                .filter(crowd.truth()::knows)
                .toArray();
        int[] hidden = IntStream.range(0, known.length)
                .filter(n -> n % 2 == 0)
                .map(n -> known[n])
                .toArray();
        var gold = crowd.truth().without(hidden);
        var model = MODELS.configure("dawid-skene", Map.of());

        var calibration = Calibration.of(model, crowd.votes(), gold);
        var fit = model.fit(crowd.votes(), gold);
        var certainty = calibration.apply(fit.posterior());

        double said = 0;
        double saidRaw = 0;
        double right = 0;
        int[] labels = fit.labels();
        for (int i : hidden) {
            said += certainty[labels[i]][i] / hidden.length;
            saidRaw += fit.posterior()[labels[i]][i] / hidden.length;
            right += (labels[i] == crowd.truth().labels()[i] ? 1.0 : 0) / hidden.length;
        }
        assertTrue(calibration.logLossAfter() < calibration.logLossBefore());
        double gap = Math.abs(said - right);
        double rawGap = saidRaw - right;
        assertTrue(gap < 0.05, name + ": said " + said + ", right " + right);
        assertTrue(rawGap > gap, name + ": a posterior says " + saidRaw + ", right " + right);
    }

    @Test
    void goldLabelsHelpTheOthers() throws IOException {
        var crowd = RealCrowd.read("relevance");
        int[] known = IntStream.range(0, crowd.truth().labels().length)
                .filter(crowd.truth()::knows)
                .toArray();
        int[] hidden = Arrays.stream(known).filter(i -> i % 2 == 0).toArray();
        var gold = crowd.truth().without(hidden);
        var model = MODELS.configure("dawid-skene", Map.of());

        var without = model.fit(crowd.votes()).labels();
        var with = model.fit(crowd.votes(), gold).labels();

        assertTrue(share(hidden, with, crowd.truth()) > share(hidden, without, crowd.truth()));
        assertFalse(gold.knows(hidden[0]));
    }

    private static double share(int[] subjects, int[] labels, Gold truth) {
        return Arrays.stream(subjects)
                        .filter(i -> labels[i] == truth.labels()[i])
                        .count()
                / (double) subjects.length;
    }
}
