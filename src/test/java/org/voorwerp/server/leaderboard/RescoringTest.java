package org.voorwerp.server.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.Api.Answer;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class RescoringTest {

    @Test
    void aCorrectedTruthMovesTeamsAndTheOldBoardStaysReadable() throws Exception {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var hanny = Api.participant();
        var bill = Api.participant();
        // Bill says of the first five what the correction will say.
        var first = hanny.scored(challenge, SmallChallenge.file(15, 1));
        bill.scored(challenge, SmallChallenge.file(i -> i < 5 ? wrong(i) : right(i, 12)));
        assertEquals(List.of("1 " + hanny.handle, "2 " + bill.handle), rows(board(challenge, "")));
        var old = Api.nobody().get(path(challenge, "?part=public")).json();

        var begun = organiser.post(
                versions(challenge) + "?reason=Five+labels+were+wrong",
                BodyPublishers.ofString(corrections()),
                "Content-Type",
                "text/csv");
        assertEquals(202, begun.status(), begun::toString);
        assertEquals(2, begun.json().get("version").asInt());
        await(challenge, 2);

        var now = board(challenge, "");
        assertEquals(2, now.get("scoringVersion").asInt());
        assertEquals(List.of("1 " + bill.handle, "2 " + hanny.handle), rows(now));
        assertEquals(
                0.6,
                now.get("rows")
                        .get(0)
                        .get("scores")
                        .get("test-agreement")
                        .get("value")
                        .asDouble());
        assertEquals(old.get("rows"), board(challenge, "?version=1").get("rows"));
        assertEquals(404, Api.nobody().get(path(challenge, "?version=3")).status());
        var list = Api.nobody().get(versions(challenge)).json();
        assertEquals("Five labels were wrong", list.get(1).get("reason").asText());
        var moves = Api.nobody().get(path(challenge, "") + "/moves?version=2").json();
        assertEquals(
                List.of(bill.handle + " 2 1", hanny.handle + " 1 2"), List.of(move(moves.get(0)), move(moves.get(1))));
        // What comes later has its result in the new version alone.
        assertEquals(
                0.5,
                hanny.scored(challenge, SmallChallenge.file(15, 1))
                        .get("scores")
                        .get("test-agreement")
                        .get("value")
                        .asDouble());
        assertEquals(
                1,
                board(challenge, "?version=1")
                        .get("rows")
                        .get(0)
                        .get("submissions")
                        .asInt());
        assertEquals(
                0.5,
                hanny.get(first.get("links").get("self").asText())
                        .json()
                        .get("scores")
                        .get("test-agreement")
                        .get("value")
                        .asDouble());
        var log = organiser.get("/api/challenges/" + challenge.slug + "/log").json();
        assertEquals("scoring version shown", log.get(0).get("action").asText());
        assertTrue(log.get(1).get("detail").asText().startsWith("5 subjects corrected"), log::toString);
    }

    @Test
    void whoReadsMeanwhileSeesTheOldBoardOrTheNewOneAndWhatComesIsInBoth() throws Exception {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        for (int i = 0; i < 30; i++) {
            Api.participant().scored(challenge, SmallChallenge.file(6 + i % 10, 1));
        }
        var over = new AtomicBoolean();
        var seen = new HashSet<String>();
        var reader = Thread.startVirtualThread(() -> {
            while (!over.get()) {
                var board = board(challenge, "?limit=1000");
                // Of version 1 nobody has less than 6 of 20; of version 2 nobody has more than 10.
                seen.add(board.get("scoringVersion") + " " + sum(board));
            }
        });
        organiser.post(
                versions(challenge) + "?reason=x", BodyPublishers.ofString(corrections()), "Content-Type", "text/csv");
        await(challenge, 2);
        over.set(true);
        reader.join();
        double before = sum(board(challenge, "?version=1&limit=1000"));
        double after = sum(board(challenge, "?limit=1000"));
        for (var each : seen) {
            assertTrue(each.equals("1 " + before) || each.equals("2 " + after), () -> each + " of " + seen);
        }
    }

    @Test
    void otherMetricsMakeAScoringVersionToo() throws Exception {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        Api.participant().scored(challenge, SmallChallenge.file(15, 1));
        assertEquals(202, change(organiser, challenge, """
                {"reason": "The error decides, as the rules said.", "metrics": [{"name": "test-error"}]}""").status());
        await(challenge, 2);
        var board = board(challenge, "");
        assertEquals(1, board.get("metrics").size());
        assertEquals("test-error", board.get("metrics").get(0).get("key").asText());
        assertEquals(2, board(challenge, "?version=1").get("metrics").size());
        assertEquals(202, change(organiser, challenge, """
                {"reason": "Both.", "rankedBy": "mean-rank", "metrics": [
                 {"name": "test-error", "primary": true, "rankWeight": 1}, {"name": "test-agreement", "rankWeight": 1}]}""").status());
        await(challenge, 3);
        assertEquals("mean-rank", board(challenge, "").get("rankedBy").asText());
        assertEquals(
                200,
                Api.nobody()
                        .get("/challenges/" + challenge.slug + "/leaderboard")
                        .status());
    }

    @Test
    void whatIsWrongWithACorrectionIsToldAndChangesNothing() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        assertRefused(400, organiser, challenge, "", "id,label\ns000,B\n", "reason");
        for (var wrong : List.of(
                List.of("id,label\nnobody,B\n", "line 2, column 1"),
                List.of("id,label\ns000,B\ns000,C\n", "line 3, column 1"),
                List.of("id,label\ns000,Z\n", "line 2, column 2"),
                List.of("id\ns000\n", "line 1"),
                List.of("name,label\ns000,B\n", "line 1"),
                List.of("id,label\n", "no rows"),
                List.of("id,label\ns000,A\n", "nothing would change"),
                List.of("", "empty"))) {
            assertRefused(400, organiser, challenge, "x", wrong.get(0), wrong.get(1));
        }
        assertRefused(403, Api.participant(), challenge, "x", "id,label\ns000,B\n", "Only organisers");
        for (var wrong : List.of(
                "{}",
                "{\"reason\": \"x\", \"metrics\": []}",
                "{\"reason\": \"x\", \"metrics\": [null]}",
                """
                {"reason": "x", "metrics": [{"name": "no-such"}]}""",
                """
                {"reason": "x", "rankedBy": "mean-rank", "metrics": [{"name": "test-error"}]}""",
                """
                {"reason": "x", "rankedBy": "weighted-sum", "metrics": [{"name": "test-error", "rankWeight": 1}]}""")) {
            var answer = change(organiser, challenge, wrong);
            assertEquals(400, answer.status(), () -> wrong + answer);
        }
        assertEquals(1, Api.nobody().get(versions(challenge)).json().size());
    }

    private static Answer change(Api api, SmallChallenge challenge, String json) {
        return api.post(versions(challenge), BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    private static void assertRefused(
            int status, Api api, SmallChallenge challenge, String reason, String csv, String says) {
        var answer = api.post(
                versions(challenge) + "?reason=" + reason, BodyPublishers.ofString(csv), "Content-Type", "text/csv");
        assertEquals(status, answer.status(), () -> csv + answer);
        assertTrue(answer.json().get("detail").asText().contains(says), () -> csv + answer);
    }

    /// The first five subjects of the public part get the class after theirs.
    private static String corrections() {
        var csv = new StringBuilder("id,label\n");
        for (int i = 0; i < 5; i++) {
            csv.append(SmallChallenge.subject(i)).append(',').append(wrong(i)).append('\n');
        }
        return csv.toString();
    }

    private static String wrong(int i) {
        return SmallChallenge.CLASSES.get((i + 1) % 3);
    }

    /// The true class up to a subject, and after that a wrong one.
    private static String right(int i, int upTo) {
        return i < upTo ? SmallChallenge.CLASSES.get(i % 3) : wrong(i);
    }

    private static void await(SmallChallenge challenge, int version) throws InterruptedException {
        for (int i = 0; i < 300 && board(challenge, "").get("scoringVersion").asInt() < version; i++) {
            Thread.sleep(50);
        }
        assertEquals(version, board(challenge, "").get("scoringVersion").asInt());
    }

    private static double sum(JsonNode board) {
        double sum = 0;
        for (var row : board.get("rows")) {
            sum += row.get("scores").get("test-error").get("value").asDouble();
        }
        return sum;
    }

    private static String move(JsonNode move) {
        return move.get("team").asText() + " " + move.get("before") + " " + move.get("after");
    }

    private static String versions(SmallChallenge challenge) {
        return "/api/challenges/" + challenge.slug + "/scoring-versions";
    }

    private static String path(SmallChallenge challenge, String query) {
        return "/api/challenges/" + challenge.slug + "/leaderboard" + query;
    }

    private static JsonNode board(SmallChallenge challenge, String query) {
        return Api.nobody().get(path(challenge, query)).json();
    }

    private static List<String> rows(JsonNode board) {
        var rows = new ArrayList<String>();
        board.get("rows")
                .forEach(row -> rows.add(
                        row.get("rank").asText() + " " + row.get("team").asText()));
        return rows;
    }
}
