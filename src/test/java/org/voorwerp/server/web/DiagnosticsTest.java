package org.voorwerp.server.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;

/// Whether a submission's page shows where its predictions went wrong: that tells of the truth.
@QuarkusTest
class DiagnosticsTest {

    private static final Instant START = Instant.parse("2031-05-01T00:00:00Z");
    private static final Instant END = Instant.parse("2031-05-20T00:00:00Z");
    private static final Instant LATE = Instant.parse("2031-06-20T00:00:00Z");
    private static final String SHOWN = "Where it went wrong";

    @Inject
    SettableClock clock;

    private Api organiser;

    @BeforeEach
    void organiser() {
        organiser = Api.organiser();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void byDefaultTheyAreKeptBackUntilNothingCanBeSentAnyMore() {
        var challenge = challenge(null);
        clock.set(START);
        var person = Api.participant();
        var id = person.scored(challenge, SmallChallenge.file(15, 10)).get("id").asText();
        assertFalse(page(person, id).contains(SHOWN), "while it runs");
        assertTrue(page(organiser, id).contains(SHOWN), "to its organisers");
        clock.set(END);
        assertFalse(page(person, id).contains(SHOWN), "while late ones are taken");
        clock.set(LATE);
        var html = page(person, id);
        assertTrue(html.contains(SHOWN), "at the end");
        // 15 of the 20 public subjects are right; the 23 private ones are in no figure.
        assertTrue(html.contains("75.0 % of the subjects are called what they are"), html);
    }

    @Test
    void theApiTellsTheSameAsThePage() {
        var challenge = challenge(null);
        clock.set(START);
        var person = Api.participant();
        var id = person.scored(challenge, SmallChallenge.file(15, 10)).get("id").asText();
        var running = told(person, id);
        assertFalse(running.get("told").asBoolean(), running::toString);
        assertFalse(running.has("confusion"), running::toString);
        assertEquals(0, running.get("classes").size(), running::toString);
        assertEquals("label", running.at("/predicted/0/column").asText(), running::toString);
        long predicted = 0;
        for (var label : running.at("/predicted/0/labels")) {
            predicted += label.get("number").asLong();
        }
        assertEquals(SmallChallenge.SIZE, predicted, running::toString);
        assertTrue(told(organiser, id).get("told").asBoolean());
        assertEquals(
                404,
                Api.participant().get("/api/submissions/" + id + "/diagnostics").status());

        clock.set(LATE);
        var over = told(person, id);
        assertTrue(over.get("told").asBoolean(), over::toString);
        double right = 0;
        double all = 0;
        for (var cell : over.at("/confusion/cells")) {
            all += cell.get("weight").asDouble();
            right += cell.get("truth").equals(cell.get("prediction"))
                    ? cell.get("weight").asDouble()
                    : 0;
        }
        assertEquals(15, right, over::toString);
        assertEquals(20, all, over::toString);
        assertTrue(over.get("classes").size() > 0, over::toString);
    }

    private static JsonNode told(Api person, String id) {
        var answer = person.get("/api/submissions/" + id + "/diagnostics");
        assertEquals(200, answer.status(), answer::toString);
        return answer.json();
    }

    @Test
    void aPackMayKeepThemBackForEverOrTellThemAtOnce() {
        var never = challenge("none");
        var atOnce = challenge("public");
        clock.set(START);
        var person = Api.participant();
        var kept = person.scored(never, SmallChallenge.file(15, 10)).get("id").asText();
        var told = person.scored(atOnce, SmallChallenge.file(15, 10)).get("id").asText();
        assertTrue(page(person, told).contains(SHOWN), "at once");
        clock.set(LATE);
        assertFalse(page(person, kept).contains(SHOWN), "never");
    }

    /// As no challenge is published any more, but some were.
    @Test
    void whereTheBoardTellsLessThanTheyDoTheyAreKeptBackUntilTheEnd() {
        for (var rule : List.of("", "\"rule\": \"ladder\"", "\"rule\": \"rounded\", \"step\": 0.1")) {
            var challenge = SmallChallenge.of()
                    .diagnostics("public")
                    .board(rule)
                    .phase("main", p -> p.from(START).to(END))
                    .create();
            clock.set(START);
            var person = Api.participant();
            var id = person.scored(challenge, SmallChallenge.file(15, 10))
                    .get("id")
                    .asText();
            assertFalse(page(person, id).contains(SHOWN), rule + " while it runs");
            clock.set(END);
            assertTrue(page(person, id).contains(SHOWN), rule + " at the end");
        }
    }

    @Test
    void aDraftIsRefusedThatWouldTellThemAtOnceAndItsScoresNot() {
        var draft = SmallChallenge.of()
                .draftOf(organiser.account)
                .board("\"rule\": \"ladder\"")
                .diagnostics("public")
                .create();
        var refused = organiser.post("/api/challenges/" + draft.slug + "/publish");
        assertEquals(409, refused.status(), refused::toString);
        assertTrue(
                refused.json().get("obstacles").toString().contains("diagnostics: public tells public scores exactly"),
                refused::toString);
    }

    @Test
    void whatTheBoardHidesThePageDoesNotTell() {
        var challenge = SmallChallenge.of()
                .diagnostics("public")
                .phase("main", p -> p.from(START).to(END).with("board", "hidden"))
                .create();
        clock.set(START);
        var person = Api.participant();
        var id = person.submit(challenge, SmallChallenge.file(15, 10), "Prefer", "wait=30")
                .json()
                .get("id")
                .asText();
        var html = page(person, id);
        assertTrue(html.contains("What it predicts"), "that is the team's own");
        assertFalse(html.contains(SHOWN), "while the board is hidden");
    }

    @Test
    void whatIsPredictedIsDrawnFromTheFileAndForItsTeamOnly() {
        var challenge = SmallChallenge.of().create();
        var person = Api.participant();
        var id = person.scored(challenge, SmallChallenge.file(20, 23)).get("id").asText();
        var html = page(person, id);
        assertTrue(html.contains("What it predicts"), html);
        assertTrue(html.contains("one of 3") || html.contains("A 34.9 %"), html);
        assertEquals(
                404,
                given().cookie("voorwerp_session", PagesTest.session(Api.participant()))
                        .get("/submissions/" + id)
                        .statusCode());
    }

    private SmallChallenge challenge(@Nullable String rule) {
        var challenge = SmallChallenge.of()
                .ownedBy(organiser.account)
                .phase("main", p -> p.from(START).to(END).with("late_until", LATE));
        return (rule == null ? challenge : challenge.diagnostics(rule)).create();
    }

    private static String page(Api person, String id) {
        return given().cookie("voorwerp_session", PagesTest.session(person))
                .get("/submissions/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
