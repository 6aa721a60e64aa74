package org.voorwerp.server.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class PhasesTest {

    private static final Instant START = Instant.parse("2031-05-01T00:00:00Z");
    private static final Instant MIDDLE = Instant.parse("2031-05-10T12:00:07Z");
    private static final Instant END = Instant.parse("2031-05-20T00:00:00Z");

    @Inject
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void thePrivateBoardOpensByItselfToTheSecond() {
        var challenge = SmallChallenge.of()
                .phase("main", p -> p.from(START).to(MIDDLE).with("private_board", true))
                .create();
        clock.set(START);
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(18, 3));
        bill.scored(challenge, SmallChallenge.file(12, 20));
        clock.set(MIDDLE.minusMillis(600));
        var before = Api.nobody().get(board(challenge));
        assertEquals(List.of("1 " + hanny.handle, "2 " + bill.handle), rows(before.json()));
        var hidden = Api.nobody().get(board(challenge) + "?part=private").json();
        assertEquals("hidden", hidden.get("shows").asText());
        assertEquals(MIDDLE.toString(), hidden.get("opensAt").asText());
        assertEquals(0, hidden.get("rows").size());
        clock.set(MIDDLE);
        var after = Api.nobody().get(board(challenge), "If-None-Match", before.header("ETag"));
        assertEquals(200, after.status());
        assertEquals("private", after.json().get("part").asText());
        assertEquals(List.of("1 " + bill.handle, "2 " + hanny.handle), rows(after.json()));
        assertEquals("automatic", after.json().get("rows").get(0).get("picked").asText());
        assertEquals(
                List.of("1 " + hanny.handle, "2 " + bill.handle),
                rows(Api.nobody().get(board(challenge) + "?part=public").json()));
        // Each team is told its own final scores, and only now.
        var own = bill.get(Api.submissions(challenge)).json().get("submissions").get(0);
        assertEquals(
                20 / 23.0,
                own.get("finalScores").get("test-agreement").get("value").asDouble());
        assertEquals(1, own.get("rank").asInt());
    }

    @Test
    void organisersSeeThePrivateBoardBeforeAndNoCacheKeepsIt() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of()
                .ownedBy(organiser.account)
                .phase("main", p -> p.to(END).with("private_board", true))
                .create();
        Api.participant().scored(challenge, SmallChallenge.file(18, 3));
        var seen = organiser.get(board(challenge) + "?part=private");
        assertEquals(1, seen.json().get("rows").size());
        assertEquals("private, no-cache", seen.header("Cache-Control"));
        for (var other : List.of(Api.nobody(), Api.participant(), Api.organiser())) {
            var answer = other.get(board(challenge) + "?part=private", "If-None-Match", seen.header("ETag"));
            assertEquals(200, answer.status());
            assertEquals(0, answer.json().get("rows").size());
        }
    }

    @Test
    void aHiddenPhaseTellsATeamNothingOfItsScoreUntilTheEnd() {
        var challenge = SmallChallenge.of()
                .phase(
                        "blind",
                        p -> p.from(START).to(END).with("part", "private").with("board", "hidden"))
                .create();
        clock.set(START);
        var hanny = Api.participant();
        var view = hanny.scored(challenge, SmallChallenge.file(18, 23));
        assertEquals("{}", view.get("scores").toString());
        assertEquals("{}", view.get("finalScores").toString());
        assertEquals("hidden", view.get("why").get("code").asText());
        assertTrue(view.get("rank").isNull());
        assertEquals(404, hanny.get(board(challenge) + "/mine").status());
        assertEquals(404, hanny.get(board(challenge) + "?part=public").status());
        clock.set(END);
        assertEquals(
                1.0,
                rowsOf(challenge, "?part=private")
                        .get(0)
                        .get("scores")
                        .get("test-agreement")
                        .get("value")
                        .asDouble());
        var after = hanny.get(view.get("links").get("self").asText()).json();
        assertEquals("on-board", after.get("why").get("code").asText());
        assertEquals("{}", after.get("scores").toString());
    }

    @Test
    void whereABoardShowsTheOwnRowOnlyNobodySeesAnothers() {
        var challenge = SmallChallenge.of()
                .phase("main", p -> p.from(START).to(END).with("board", "own"))
                .create();
        clock.set(START);
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(18, 3));
        bill.scored(challenge, SmallChallenge.file(12, 20));
        assertEquals(
                List.of("2 " + bill.handle), rows(bill.get(board(challenge)).json()));
        assertEquals(2, bill.get(board(challenge) + "/mine").json().get("rank").asInt());
        assertEquals(List.of(), rows(Api.nobody().get(board(challenge)).json()));
        assertFalse(Api.nobody().get(board(challenge) + ".csv").text().contains(hanny.handle));
        clock.set(END);
        assertEquals(
                List.of("1 " + hanny.handle, "2 " + bill.handle),
                rows(Api.nobody().get(board(challenge)).json()));
    }

    @Test
    void whereSeveralPhasesAreOpenASubmissionNamesItsOwn() {
        var challenge = SmallChallenge.of()
                .phase("morphology", p -> p.with("per_day", 1))
                .phase("redshift", p -> p.with("per_day", 2))
                .create();
        var hanny = Api.participant();
        var unnamed = hanny.submit(challenge, SmallChallenge.file(1, 1));
        assertEquals(400, unnamed.status(), unnamed::toString);
        assertTrue(unnamed.text().contains("morphology") && unnamed.text().contains("?phase="), unnamed::toString);
        var second = submit(hanny, challenge, "redshift", SmallChallenge.file(4, 4));
        assertEquals("redshift", second.get("phase").asText());
        assertEquals("redshift", second.get("quota").get("phase").asText());
        assertEquals(List.of(), rows(Api.nobody().get(board(challenge)).json()));
        assertEquals(1, rowsOf(challenge, "?phase=redshift").size());
        assertEquals(
                404,
                hanny.post(
                                Api.submissions(challenge) + "?phase=none",
                                BodyPublishers.ofString("x"),
                                "Content-Type",
                                "text/csv")
                        .status());
    }

    @Test
    void submissionsAreCarriedOverToThePhaseThatSaysSo() {
        var challenge = SmallChallenge.of()
                .phase("first", p -> p.from(START).to(MIDDLE))
                .phase(
                        "second",
                        p -> p.from(MIDDLE).to(END).with("carry_over", true).with("private_board", true))
                .create();
        clock.set(START);
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(18, 3));
        assertEquals(0, rowsOf(challenge, "?phase=second").size());
        clock.set(MIDDLE);
        var bill = Api.participant();
        bill.scored(challenge, SmallChallenge.file(19, 3));
        assertEquals(
                List.of("1 " + bill.handle, "2 " + hanny.handle),
                rows(Api.nobody().get(board(challenge) + "?phase=second").json()));
        assertEquals(
                List.of("1 " + hanny.handle),
                rows(Api.nobody().get(board(challenge) + "?phase=first").json()));
        clock.set(END);
        assertEquals(2, rowsOf(challenge, "?phase=second&part=private").size());
        assertEquals(0, rowsOf(challenge, "?phase=first&part=private").size());
    }

    @Test
    void lateSubmissionsAreTakenAndMarkedWhereThePhaseSaysSo() {
        var challenge = SmallChallenge.of()
                .phase("main", p -> p.from(START).to(MIDDLE).with("late_until", END))
                .create();
        clock.set(START);
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(10, 3));
        clock.set(MIDDLE);
        var better = hanny.scored(challenge, SmallChallenge.file(20, 3));
        assertTrue(better.get("late").asBoolean());
        assertEquals("late", better.get("why").get("code").asText());
        var bill = Api.participant();
        bill.scored(challenge, SmallChallenge.file(15, 3));
        assertEquals(
                List.of("null " + bill.handle, "1 " + hanny.handle),
                rows(Api.nobody().get(board(challenge)).json()));
        assertTrue(rowsOf(challenge, "").get(0).get("late").asBoolean());
        clock.set(END);
        assertEquals(403, hanny.submit(challenge, SmallChallenge.file(1, 1)).status());
    }

    @Test
    void aTeamChoosesForTheFinalBoardUntilTheEnd() {
        var challenge = SmallChallenge.of()
                .phase(
                        "main",
                        p -> p.from(START).to(END).with("private_board", true).with("finals", 1))
                .create();
        clock.set(START);
        var hanny = Api.participant();
        var good = hanny.scored(challenge, SmallChallenge.file(5, 20));
        var other = hanny.scored(challenge, SmallChallenge.file(18, 3));
        var bill = Api.participant();
        var foreign = bill.scored(challenge, SmallChallenge.file(1, 10));
        var finals = "/api/challenges/" + challenge.slug + "/phases/main/finals";
        assertEquals(200, hanny.put(finals, chosen(other)).status());
        var chosen = hanny.put(finals, chosen(good)).json();
        assertEquals(
                List.of(good.get("id").asText()),
                List.of(chosen.get("chosen").get(0).asText()));
        assertEquals(1, chosen.get("chosen").size());
        assertEquals(400, hanny.put(finals, chosen(good, other)).status());
        assertEquals(400, hanny.put(finals, chosen(foreign)).status());
        assertEquals(400, hanny.put(finals, "{}").status());
        clock.set(END);
        assertEquals(409, hanny.put(finals, chosen(other)).status());
        var rows = rowsOf(challenge, "");
        assertEquals(
                List.of("1 " + hanny.handle, "2 " + bill.handle),
                rows(Api.nobody().get(board(challenge)).json()));
        assertEquals("chosen", rows.get(0).get("picked").asText());
        assertEquals("automatic", rows.get(1).get("picked").asText());
        var left = hanny.get(other.get("links").get("self").asText()).json();
        assertEquals("not-chosen", left.get("why").get("code").asText());
    }

    /// What stands there by itself is the better of two. Taking these back would bring up the next ones, and so in the
    /// end the best of all.
    @Test
    void whoHasSeenThePrivateBoardTakesNothingBackFromIt() {
        var challenge = SmallChallenge.of()
                .phase("first", p -> p.from(START).to(MIDDLE))
                .phase(
                        "second",
                        p -> p.from(MIDDLE)
                                .to(END)
                                .with("carry_over", true)
                                .with("private_board", true)
                                .with("late_until", END.plusSeconds(60)))
                .create();
        clock.set(START);
        var hanny = Api.participant();
        var lucky = hanny.scored(challenge, SmallChallenge.file(10, 23));
        var best = hanny.scored(challenge, SmallChallenge.file(18, 3));
        clock.set(MIDDLE.plusSeconds(1));
        var regretted = hanny.scored(challenge, SmallChallenge.file(11, 5));
        var latest = hanny.scored(challenge, SmallChallenge.file(12, 4));
        assertEquals(200, withdraw(hanny, regretted), "the first phase is over, and nothing private is told yet");
        clock.set(END);
        var board = rowsOf(challenge, "?part=private").toString();
        for (var sent : List.of(lucky, best, latest)) {
            assertEquals(409, withdraw(hanny, sent));
        }
        assertEquals(board, rowsOf(challenge, "?part=private").toString());
        assertEquals(
                200, withdraw(hanny, hanny.scored(challenge, SmallChallenge.file(20, 20))), "a late one has no rank");
    }

    @Test
    void whatIsNoIdCannotBeChosen() {
        var challenge = SmallChallenge.of()
                .phase("main", p -> p.to(END).with("private_board", true))
                .create();
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(10, 23));
        for (var chosen : List.of("[null]", "[\"\"]", "[\"\\u0000\"]", "[\"x\"]", "[[]]", "null", "7")) {
            var answer = hanny.send(
                    "PUT", "/api/challenges/" + challenge.slug + "/phases/main/finals", "{\"chosen\": " + chosen + "}");
            assertEquals(400, answer.status(), answer::toString);
        }
    }

    private static int withdraw(Api member, JsonNode submission) {
        return member.post(submission.at("/links/self").asText() + "/withdraw").status();
    }

    @Test
    void phasesCanBeAddedAndChangedWhileTheChallengeRuns() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of()
                .ownedBy(organiser.account)
                .phase("main", p -> p.from(START).to(MIDDLE).with("private_board", true))
                .create();
        clock.set(START);
        var phases = "/api/challenges/" + challenge.slug + "/phases";
        Api.participant().scored(challenge, SmallChallenge.file(10, 10));
        var extra = "{\"name\": \"extra\", \"starts\": \"" + MIDDLE + "\", \"ends\": \"" + END
                + "\", \"carryOver\": true, \"perDay\": 3}";
        assertEquals(
                403,
                Api.participant()
                        .post(phases, json(extra), "Content-Type", "application/json")
                        .status());
        var added = organiser.post(phases, json(extra), "Content-Type", "application/json");
        assertEquals(201, added.status(), added::toString);
        assertTrue(added.json().get("privateBoard").asBoolean());
        assertEquals(
                409,
                organiser
                        .post(phases, json(extra), "Content-Type", "application/json")
                        .status());
        for (var wrong : List.of(
                extra.replace("extra", "x").replace(END.toString(), START.toString()),
                extra.replace("extra", "x").replace("3", "0"),
                extra.replace("extra", " "),
                "{\"name\": \"x\", \"starts\": \"soon\"}",
                "{\"name\": \"x\", \"starts\": \"" + START + "\", \"part\": \"private\", \"board\": \"full\"}")) {
            var refused = organiser.post(phases, json(wrong), "Content-Type", "application/json");
            assertEquals(400, refused.status(), () -> wrong + refused);
        }
        var earlier =
                "{\"name\": \"main\", \"starts\": \"" + START + "\", \"ends\": \"" + START.plusSeconds(3600) + "\"}";
        assertEquals(200, organiser.put(phases + "/main", earlier).status());
        clock.set(START.plusSeconds(3600));
        var closed = Api.participant().submit(challenge, SmallChallenge.file(1, 1));
        assertEquals(403, closed.status(), closed::toString);
        var log = organiser.get("/api/challenges/" + challenge.slug + "/log").json();
        assertEquals(
                List.of("phase changed", "phase added"),
                List.of(
                        log.get(0).get("action").asText(),
                        log.get(1).get("action").asText()));
        assertEquals(organiser.handle, log.get(0).get("by").asText());
        assertEquals(
                403,
                Api.participant()
                        .get("/api/challenges/" + challenge.slug + "/log")
                        .status());
        // Once scores are known they stay known.
        var opened = "{\"name\": \"main\", \"starts\": \"" + START + "\", \"ends\": \"" + START.plusSeconds(3600)
                + "\", \"privateBoard\": true}";
        assertEquals(200, organiser.put(phases + "/main", opened).status());
        assertEquals(
                409,
                organiser
                        .put(phases + "/main", opened.replace("01:00", "09:00"))
                        .status());
    }

    static BodyPublisher json(String body) {
        return BodyPublishers.ofString(body);
    }

    private static String chosen(JsonNode... submissions) {
        var ids = new ArrayList<String>();
        for (var submission : submissions) {
            ids.add(submission.get("id").toString());
        }
        return "{\"chosen\": [" + String.join(", ", ids) + "]}";
    }

    private static JsonNode submit(Api api, SmallChallenge challenge, String phase, String csv) {
        var answer = api.post(
                Api.submissions(challenge) + "?phase=" + phase,
                BodyPublishers.ofString(csv),
                "Content-Type",
                "text/csv",
                "Prefer",
                "wait=30");
        assertEquals(201, answer.status(), answer::toString);
        return answer.json();
    }

    private static String board(SmallChallenge challenge) {
        return "/api/challenges/" + challenge.slug + "/leaderboard";
    }

    private static JsonNode rowsOf(SmallChallenge challenge, String query) {
        return Api.nobody().get(board(challenge) + query).json().get("rows");
    }

    private static List<String> rows(JsonNode board) {
        var rows = new ArrayList<String>();
        board.get("rows")
                .forEach(row -> rows.add(
                        row.get("rank").asText() + " " + row.get("team").asText()));
        return rows;
    }

    @Test
    void howOftenAHiddenBoardAnsweredIsToldNeitherThereNorOnAnOpenBoard() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of()
                .ownedBy(organiser.account)
                .board("\"rule\": \"ladder\", \"step\": 0.1")
                .phase("blind", p -> p.from(START).to(MIDDLE).with("board", "hidden"))
                .phase("open", p -> p.from(MIDDLE).to(END))
                .create();
        clock.set(START);
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(10, 3));
        hanny.scored(challenge, SmallChallenge.file(15, 3));
        for (var somebody : List.of(Api.nobody(), hanny)) {
            var hidden = somebody.get(board(challenge)).json();
            assertEquals("hidden", hidden.get("shows").asText());
            assertFalse(hidden.has("disclosed"), hidden::toString);
            var early = somebody.get(board(challenge) + "?phase=open").json();
            assertFalse(early.has("disclosed"), early::toString);
        }
        assertEquals(
                "ladder-by-step",
                organiser.get(board(challenge)).json().at("/disclosed/rule").asText());
        clock.set(MIDDLE);
        assertEquals(List.of(0, 0), counts(challenge));
        hanny.scored(challenge, SmallChallenge.file(18, 3));
        hanny.scored(challenge, SmallChallenge.file(2, 3));
        assertEquals(List.of(2, 1), counts(challenge));
    }

    private static List<Integer> counts(SmallChallenge challenge) {
        var disclosed = Api.nobody().get(board(challenge)).json().get("disclosed");
        return List.of(disclosed.get("asked").asInt(), disclosed.get("told").asInt());
    }
}
