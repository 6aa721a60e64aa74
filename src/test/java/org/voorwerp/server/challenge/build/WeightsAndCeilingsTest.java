package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.pack.MemoryPack;

/// Metrics that let some subjects count more, and what the crowd itself would score, from the pack to the score.
@QuarkusTest
class WeightsAndCeilingsTest {

    private static final String WEIGHTED = """
            metrics:
              - {name: mae, title: Weighted, weight: certainty, primary: true}
              - {name: mae, title: Plain}
              - {name: mae, title: By votes, weight: votes}
            """;

    private Api organiser;

    @BeforeEach
    void register() {
        organiser = Api.organiser();
    }

    /// Galaxy i has 20 votes, k = 7 i mod 20 of them for a merger, and the published redness k + 0.5, which so
    /// tells the truth. Everything is predicted as 0, so that the error is the fraction itself.
    @Test
    void certainSubjectsCountMore() throws IOException {
        Uploads.built(organiser, weighted("weights-count").replacing("public: 0.5", "public: 1"));
        organiser.post("/api/challenges/weights-count/publish", BodyPublishers.noBody());
        var csv = new StringBuilder("id,merger_fraction\n");
        double sum = 0;
        double weightedSum = 0;
        double weights = 0;
        var test = Uploads.table(organiser, "weights-count", "test.csv");
        for (var row : test) {
            double fraction = (Double.parseDouble(row.get("redness")) - 0.5) / 20;
            double weight = Math.max(fraction, 1 - fraction);
            sum += fraction;
            weightedSum += weight * fraction;
            weights += weight;
            csv.append(row.get("id")).append(",0\n");
        }
        var answer = Api.participant()
                .post(
                        "/api/challenges/weights-count/submissions",
                        BodyPublishers.ofString(csv.toString()),
                        "Content-Type",
                        "text/csv",
                        "Prefer",
                        "wait=30");
        assertEquals(201, answer.status(), answer::toString);
        var scores = answer.json().get("scores");
        assertEquals(weightedSum / weights, scores.get("mae").get("value").asDouble(), 1e-12);
        assertEquals(sum / test.size(), scores.get("mae-2").get("value").asDouble(), 1e-12);
        // All have twenty votes.
        assertEquals(sum / test.size(), scores.get("mae-3").get("value").asDouble(), 1e-12);
        var metrics = organiser.get("/api/challenges/weights-count").json().get("metrics");
        assertEquals("certainty", metrics.get(0).get("weight").asText());
        assertFalse(metrics.get(1).has("weight"), metrics::toString);
    }

    @Test
    void aWeightThatTheTruthDoesNotAllowIsNamed() {
        var pack = weighted("weights-refused")
                .replacing("    number: votes\n", "")
                .replacing("    minimum-votes: 2\n", "");
        var build = Uploads.build(organiser, pack);
        assertEquals("refused", build.get("state").asText(), build::toString);
        var messages = build.get("errors").findValuesAsText("message");
        assertTrue(
                messages.contains("the metric mae-3 cannot be computed on the public part:"
                        + " the weight votes needs to know how many votes each subject has"),
                messages::toString);
    }

    @Test
    void theReportSaysWhereTheCrowdStands() {
        var build = Uploads.built(organiser, new MemoryPack().replacing("small-mergers", "crowd-stands"));
        var ceilings = build.get("report").get("ceilings");
        assertEquals(4, ceilings.size(), ceilings::toString);
        var rmse = ceilings.get(0);
        assertEquals("rmse", rmse.get("metric").asText());
        assertEquals("public", rmse.get("part").asText());
        double crowd = rmse.get("crowd").get("value").asDouble();
        double volunteer = rmse.get("volunteer").get("value").asDouble();
        // With nineteen votes left the fractions f vary by √(f (1 − f) / 19), a single vote by √(f (1 − f)).
        assertTrue(crowd > 0.05 && crowd < 0.12, rmse::toString);
        assertTrue(volunteer > 0.25 && volunteer < 0.5, rmse::toString);
        assertTrue(rmse.get("crowd").get("low").asDouble() < crowd, rmse::toString);
        var page = organiser.get("/challenges/crowd-stands").text();
        assertFalse(page.contains("Noise ceiling"), "only the report tells");
    }

    @Test
    void theBoardShowsWhereTheCrowdAndOneVolunteerWouldStandAsItTellsScores() {
        for (var rule : new String[] {"full", "rounded"}) {
            var slug = "crowd-line-" + rule;
            var report = Uploads.built(
                            organiser,
                            new MemoryPack()
                                    .publishable()
                                    .replacing("small-mergers", slug)
                                    .replacing("board: {rule: full}", "board: {rule: " + rule + "}"))
                    .get("report")
                    .get("ceilings");
            assertEquals(
                    200,
                    organiser
                            .post("/api/challenges/" + slug + "/publish", BodyPublishers.noBody())
                            .status());
            var crowd = Api.nobody()
                    .get("/api/challenges/" + slug + "/leaderboard")
                    .json()
                    .get("crowd");
            assertEquals(List.of("crowd", "volunteer"), crowd.findValuesAsText("who"));
            for (var line : crowd) {
                for (var ceiling : report) {
                    if (ceiling.get("part").asText().equals("public")) {
                        double exact = ceiling.get(line.get("who").asText())
                                .get("value")
                                .asDouble();
                        double told = line.get("scores")
                                .get(ceiling.get("metric").asText())
                                .asDouble();
                        assertEquals(exact, told, rule.equals("full") ? 0 : 0.0005);
                        assertEquals(rule.equals("full"), told == exact, "a grid of three decimals");
                    }
                }
            }
        }
    }

    private static MemoryPack weighted(String slug) {
        return new MemoryPack()
                .publishable()
                .replacing("small-mergers", slug)
                .replacing("one-volunteer, ", "")
                .replacing("metrics:\n  - name: rmse\n    primary: true\n  - name: mae\n", WEIGHTED);
    }
}
