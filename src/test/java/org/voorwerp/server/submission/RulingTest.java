package org.voorwerp.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.Api.Answer;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class RulingTest {

    @Inject
    DataSource database;

    @Test
    void aWholeTeamIsDisqualifiedAtOnce() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(10, 1));
        hanny.scored(challenge, SmallChallenge.file(19, 1));
        var teams = "/api/challenges/" + challenge.slug + "/teams";
        var id = organiser.get(teams).json().get(0).get("id").asText();
        var address = teams + "/" + id + "/disqualify";
        assertEquals(400, organiser.postJson(address, "{\"reason\": \" \"}").status());
        assertEquals(403, hanny.postJson(address, "{\"reason\": \"x\"}").status());
        var ruled = organiser.postJson(address, "{\"reason\": \"Two accounts.\"}");
        assertEquals(2, ruled.json().get("disqualified").asInt(), ruled::toString);
        assertEquals(0, board(challenge).get("rows").size());
        assertEquals(2, board(challenge).get("disqualified").size());
        var log = organiser.get("/api/challenges/" + challenge.slug + "/log").json();
        assertEquals("team disqualified", log.get(0).get("action").asText());
    }

    @Test
    void aDisqualifiedSubmissionLeavesTheBoardAndEverybodyReadsWhy() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var hanny = Api.participant();
        var kept = hanny.scored(challenge, SmallChallenge.file(10, 1));
        var best = hanny.scored(challenge, SmallChallenge.file(19, 1));
        var ruled = disqualify(organiser, best, "It was looked up.");
        assertEquals(200, ruled.status(), ruled::toString);
        assertEquals("disqualified", ruled.json().get("state").asText());
        var board = board(challenge);
        assertEquals(0.5, score(board));
        assertEquals(
                "It was looked up.",
                board.get("disqualified").get(0).get("reason").asText());
        var own = hanny.get(self(best)).json();
        assertEquals("disqualified", own.get("why").get("code").asText());
        assertTrue(own.get("why").get("says").asText().endsWith("It was looked up."));
        assertEquals(
                409,
                hanny.post(self(best) + "/withdraw", BodyPublishers.noBody()).status());
        assertEquals(
                "on-board", hanny.get(self(kept)).json().get("why").get("code").asText());
        assertEquals(
                200,
                organiser
                        .post(self(best) + "/reinstate", BodyPublishers.noBody())
                        .status());
        assertEquals(0.95, score(board(challenge)));
        assertEquals(0, board(challenge).get("disqualified").size());
        var log = organiser.get("/api/challenges/" + challenge.slug + "/log").json();
        assertEquals("submission reinstated", log.get(0).get("action").asText());
        assertEquals("It was looked up.", log.get(1).get("detail").asText());
    }

    @Test
    void onlyItsOrganisersRuleAndNotWithoutAReason() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var hanny = Api.participant();
        var sent = hanny.scored(challenge, SmallChallenge.file(10, 1));
        for (var other : List.of(hanny, Api.participant(), Api.organiser())) {
            assertEquals(404, disqualify(other, sent, "x").status());
            assertEquals(
                    404,
                    other.post(self(sent) + "/reinstate", BodyPublishers.noBody())
                            .status());
        }
        assertEquals(401, disqualify(Api.nobody(), sent, "x").status());
        for (var reason : List.of("", "  ", "x".repeat(501))) {
            assertEquals(400, disqualify(organiser, sent, reason).status());
        }
        assertEquals(
                409,
                organiser
                        .post(self(sent) + "/reinstate", BodyPublishers.noBody())
                        .status());
        assertEquals(200, disqualify(organiser, sent, "x").status());
        assertEquals(409, disqualify(organiser, sent, "x").status());
    }

    @Test
    void aTeamRestoresWhatItWithdrew() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var sent = hanny.scored(challenge, SmallChallenge.file(10, 1));
        assertEquals(
                409,
                hanny.post(self(sent) + "/restore", BodyPublishers.noBody()).status());
        hanny.post(self(sent) + "/withdraw", BodyPublishers.noBody());
        assertEquals(0, board(challenge).get("rows").size());
        assertEquals(
                404,
                Api.participant()
                        .post(self(sent) + "/restore", BodyPublishers.noBody())
                        .status());
        var restored = hanny.post(self(sent) + "/restore", BodyPublishers.noBody());
        assertEquals(200, restored.status(), restored::toString);
        assertEquals(1, restored.json().get("rank").asInt());
        assertEquals(1, board(challenge).get("rows").size());
    }

    @Test
    void theDatabaseLetsNobodyChangeTheLog() throws SQLException {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var sent = Api.participant().scored(challenge, SmallChallenge.file(10, 1));
        disqualify(organiser, sent, "x");
        for (var statement : List.of(
                "update organiser_action set detail = 'never happened'",
                "delete from organiser_action",
                "truncate organiser_action")) {
            try (var connection = database.getConnection();
                    var change = connection.createStatement()) {
                var refused = assertThrows(SQLException.class, () -> change.execute(statement));
                assertTrue(String.valueOf(refused.getMessage()).contains("append-only"), refused::toString);
            }
        }
    }

    @Test
    void filesThatAreWrongCostNoQuotaButAreNotFreeWithoutEnd() {
        var challenge = SmallChallenge.of()
                .phase("main", p -> p.with("per_day", 2).with("attempts", 4))
                .create();
        var hanny = Api.participant();
        for (int i = 0; i < 3; i++) {
            assertEquals(422, hanny.submit(challenge, "id,label\n").status());
        }
        var right = hanny.submit(challenge, SmallChallenge.file(1, 1), "Idempotency-Key", "one");
        assertEquals(202, right.status());
        assertEquals(1, right.json().get("quota").get("usedToday").asInt());
        var fifth = hanny.submit(challenge, SmallChallenge.file(1, 1));
        assertEquals(429, fifth.status(), fifth::toString);
        assertEquals("/problems/attempts-spent", fifth.json().get("type").asText());
        assertTrue(Long.parseLong(fifth.header("Retry-After")) > 0);
        // Asking again for what was accepted is no attempt.
        assertEquals(
                202,
                hanny.submit(challenge, SmallChallenge.file(1, 1), "Idempotency-Key", "one")
                        .status());
        assertEquals(
                202,
                Api.participant().submit(challenge, SmallChallenge.file(1, 1)).status());
    }

    @Test
    void soManyAtOnceAndNoMore() {
        var challenge =
                SmallChallenge.of().phase("main", p -> p.with("at_once", 1)).create();
        var hanny = Api.participant();
        // A metric that fails keeps the first one waiting for further attempts.
        var first = hanny.submit(challenge, SmallChallenge.file("fault"));
        assertEquals(202, first.status());
        var second = hanny.submit(challenge, SmallChallenge.file(1, 1));
        assertEquals(429, second.status(), second::toString);
        assertEquals(1, second.json().get("limit").asInt());
        assertEquals("1", second.header("Retry-After"));
        hanny.post(self(first.json()) + "/withdraw", BodyPublishers.noBody());
        assertEquals(202, hanny.submit(challenge, SmallChallenge.file(1, 1)).status());
    }

    private static Answer disqualify(Api api, JsonNode submission, String reason) {
        return api.post(
                self(submission) + "/disqualify",
                BodyPublishers.ofString("{\"reason\": \"" + reason + "\"}"),
                "Content-Type",
                "application/json");
    }

    private static String self(JsonNode submission) {
        return submission.get("links").get("self").asText();
    }

    private static JsonNode board(SmallChallenge challenge) {
        return Api.nobody()
                .get("/api/challenges/" + challenge.slug + "/leaderboard")
                .json();
    }

    private static double score(JsonNode board) {
        return board.get("rows")
                .get(0)
                .get("scores")
                .get("test-agreement")
                .get("value")
                .asDouble();
    }
}
