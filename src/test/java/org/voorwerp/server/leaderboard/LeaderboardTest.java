package org.voorwerp.server.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;
import org.voorwerp.server.submission.Intake;

@QuarkusTest
class LeaderboardTest {

    @Inject
    Intake intake;

    @Test
    void everybodySeesTheTeamsInOrder() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(15, 1));
        bill.scored(challenge, SmallChallenge.file(18, 1));
        hanny.scored(challenge, SmallChallenge.file(18, 2));
        var kevin = Api.participant();
        assertEquals(
                1,
                kevin.scored(challenge, SmallChallenge.file(19, 3)).get("rank").asInt());
        baseline(challenge, "constant", SmallChallenge.file(16, 16));

        var board = Api.nobody().get(board(challenge)).json();
        assertEquals(challenge.slug, board.get("challenge").asText());
        assertEquals(List.of("test-agreement higher true", "test-error lower false"), metrics(board));
        // Equal scores: who was first.
        assertEquals(
                List.of("1 " + kevin.handle, "2 " + bill.handle, "3 " + hanny.handle, "null constant"), rows(board));
        var row = board.get("rows").get(2);
        assertEquals(2, row.get("submissions").asInt());
        assertEquals(0.9, row.get("scores").get("test-agreement").get("value").asDouble());
        assertEquals(
                "made up", row.get("scores").get("test-agreement").get("method").asText());
        assertTrue(board.get("rows").get(3).get("baseline").asBoolean());
    }

    @Test
    void theMetricsDirectionDecides() {
        var challenge = SmallChallenge.of().primary("test-error").create();
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(1, 20));
        bill.scored(challenge, SmallChallenge.file(2, 1));
        var board = Api.nobody().get(board(challenge)).json();
        assertEquals(List.of("test-error lower true", "test-agreement higher false"), metrics(board));
        assertEquals(List.of("1 " + bill.handle, "2 " + hanny.handle), rows(board));
    }

    @Test
    void aWithdrawnSubmissionLeavesTheBoard() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(1, 1));
        bill.scored(challenge, SmallChallenge.file(2, 1));
        var best = hanny.scored(challenge, SmallChallenge.file(3, 1));
        assertEquals(
                List.of("1 " + hanny.handle, "2 " + bill.handle),
                rows(Api.nobody().get(board(challenge)).json()));
        hanny.post(best.get("links").get("withdraw").asText(), BodyPublishers.noBody());
        assertEquals(
                List.of("1 " + bill.handle, "2 " + hanny.handle),
                rows(Api.nobody().get(board(challenge)).json()));
    }

    @Test
    void anUnchangedBoardCostsA304() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(1, 1));
        for (var path : new String[] {board(challenge), board(challenge) + ".csv"}) {
            var first = Api.nobody().get(path);
            var tag = first.header("ETag");
            assertTrue(tag.startsWith("\""), first::toString);
            assertEquals("public, no-cache", first.header("Cache-Control"));
            var same = Api.nobody().get(path, "If-None-Match", tag);
            assertEquals(304, same.status(), same::toString);
            assertEquals("", same.text());
            hanny.scored(challenge, SmallChallenge.file(path.endsWith("csv") ? 15 : 10, 1));
            assertEquals(200, Api.nobody().get(path, "If-None-Match", tag).status());
        }
    }

    @Test
    void theBoardComesCompressedToWhoeverTakesItSo() throws Exception {
        var challenge = SmallChallenge.of().create();
        Api.participant().scored(challenge, SmallChallenge.file(1, 1));
        for (var path : new String[] {board(challenge), board(challenge) + ".csv", board(challenge) + "/history"}) {
            var plain = Api.nobody().get(path);
            assertEquals("", plain.header("Content-Encoding"));
            assertEquals("Accept, Accept-Encoding", plain.header("Vary"));
            for (var refusing : List.of("gzip;q=0", "gzip; q=0.000", "identity")) {
                assertEquals(
                        plain.text(),
                        Api.nobody().get(path, "Accept-Encoding", refusing).text());
            }
            for (var taking : List.of("gzip", "br, GZIP", "br;q=1.0, gzip;q=0.8, *;q=0.1")) {
                var compressed = Api.nobody().get(path, "Accept-Encoding", taking);
                assertEquals("gzip", compressed.header("Content-Encoding"), taking);
                assertEquals(plain.header("Content-Type"), compressed.header("Content-Type"));
                var body = new GZIPInputStream(
                        new ByteArrayInputStream(compressed.response().body()));
                assertEquals(plain.text(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
                assertFalse(compressed.header("ETag").equals(plain.header("ETag")), "other bytes, other tag");
                var same =
                        Api.nobody().get(path, "Accept-Encoding", taking, "If-None-Match", compressed.header("ETag"));
                assertEquals(304, same.status(), same::toString);
                assertEquals("", same.header("Content-Encoding"));
            }
        }
    }

    @Test
    void theBoardComesAsCsvWithoutFormulas() throws Exception {
        var challenge = SmallChallenge.of().create();
        baseline(challenge, "=cmd|' /C calc'!A0", SmallChallenge.file(10, 10));
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(1, 1));
        var byAccept = Api.nobody().get(board(challenge), "Accept", "text/csv");
        var byName = Api.nobody().get(board(challenge) + ".csv");
        assertEquals(byAccept.text(), byName.text());
        assertTrue(byName.header("Content-Type").startsWith("text/csv"), byName::toString);
        var lines = byName.text().split("\n");
        assertEquals(
                "rank,team,baseline,late,submissions,submitted_at,picked,combined,test-agreement,test-agreement_low,test-agreement_high,"
                        + "test-error,test-error_low,test-error_high,best_rank,worst_rank,tied_with_first",
                lines[0]);
        assertTrue(lines[1].startsWith(",'=cmd|' /C calc'!A0,true,"), lines[1]);
        assertTrue(lines[1].endsWith(",0.5,0.49,0.51,10.0,,,,,"), lines[1]);
        assertTrue(lines[2].startsWith("1," + hanny.handle + ",false,"), lines[2]);
    }

    @Test
    void aDraftsBoardIsItsOrganisersOnly() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().draftOf(organiser.account).create();
        assertEquals(404, Api.nobody().get(board(challenge)).status());
        assertEquals(404, Api.participant().get(board(challenge) + ".csv").status());
        var own = organiser.get(board(challenge));
        assertEquals(200, own.status());
        assertEquals("private, no-cache", own.header("Cache-Control"));
    }

    @Test
    void privateScoresAreInNoAnswer() throws Exception {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var hanny = Api.participant();
        var view = hanny.scored(challenge, SmallChallenge.file(18, 11));
        baseline(challenge, "constant", SmallChallenge.file(4, 11));
        var self = view.get("links").get("self").asText();
        // 11 of 23 are right in the private part, 29 of 43 in both.
        var secrets = List.of("0.478", "0.674", "\"value\":12.0", ",12.0,", "private\":", "4711");
        for (var api : List.of(Api.nobody(), hanny, Api.participant(), organiser)) {
            for (var path : List.of(
                    self,
                    Api.submissions(challenge),
                    Api.submissions(challenge) + "?all=true",
                    board(challenge),
                    board(challenge) + ".csv",
                    "/q/metrics",
                    "/openapi")) {
                var text = api.get(path).text();
                for (var secret : secrets) {
                    assertFalse(
                            text.contains(secret) && !path.startsWith("/q/"),
                            () -> secret + " in " + path + ": " + text);
                }
            }
        }
        var answers = List.of(
                hanny.post(self + "/withdraw", BodyPublishers.noBody()),
                hanny.submit(challenge, SmallChallenge.file(18, 11), "Prefer", "wait=20"));
        for (var answer : answers) {
            secrets.forEach(secret -> assertFalse(answer.toString().contains(secret), answer::toString));
        }
    }

    @Test
    void aBaselineSentTwiceIsOne() throws Exception {
        var challenge = SmallChallenge.of().create();
        var file = SmallChallenge.file(16, 16);
        assertFalse(intake.takeBaseline(challenge.challenge(), "constant", stream(file))
                .replayed());
        assertTrue(intake.takeBaseline(challenge.challenge(), "constant", stream(file))
                .replayed());
    }

    @Test
    void aParticipantMayBeCalledLikeABaseline() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        baseline(challenge, hanny.handle.toUpperCase(java.util.Locale.ROOT), SmallChallenge.file(16, 16));
        var view = hanny.scored(challenge, SmallChallenge.file(1, 1));
        assertEquals(hanny.handle + " 2", view.get("team").asText());
        assertEquals(1, view.get("rank").asInt());
    }

    private void baseline(SmallChallenge challenge, String name, String file) throws InterruptedException {
        intake.takeBaseline(challenge.challenge(), name, stream(file));
        for (int i = 0; i < 100 && !Api.nobody().get(board(challenge)).text().contains("\"baseline\":true"); i++) {
            Thread.sleep(50);
        }
    }

    private static ByteArrayInputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String board(SmallChallenge challenge) {
        return "/api/challenges/" + challenge.slug + "/leaderboard";
    }

    private static List<String> metrics(JsonNode board) {
        var metrics = new ArrayList<String>();
        board.get("metrics")
                .forEach(m -> metrics.add(m.get("key").asText() + " "
                        + m.get("direction").asText() + " " + m.get("primary").asBoolean()));
        return metrics;
    }

    private static List<String> rows(JsonNode board) {
        var rows = new ArrayList<String>();
        board.get("rows")
                .forEach(row -> rows.add(
                        row.get("rank").asText() + " " + row.get("team").asText()));
        return rows;
    }
}
