package org.voorwerp.server.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// Submitting as a browser does that runs no scripts.
@QuarkusTest
class SubmitPagesTest {

    @Test
    void aFormIsTakenAndLeadsToTheSubmission() throws InterruptedException {
        var challenge = SmallChallenge.of().perDay(5).create();
        var session = PagesTest.session(Api.participant());
        var answer = send(session, challenge, SmallChallenge.file(15, 10));
        assertEquals(303, answer.statusCode(), answer.asString());
        var page = finished(session, answer.header("Location"));
        assertTrue(page.contains("0.7500"), page);
        assertTrue(page.contains("predictions.csv"));
        assertTrue(page.contains("1 of 5"));
        given().get("/challenges/" + challenge.slug + "/leaderboard").then().body(containsString("0.7500"));
    }

    @Test
    void aBadFileIsToldLineByLineAndCostsNothing() {
        var challenge = SmallChallenge.of().perDay(5).create();
        var session = PagesTest.session(Api.participant());
        var bad = SmallChallenge.file(15, 10).replace("s001,", "s000,").replace("s004,B", "s004,<i>Q</i>");
        var answer = send(session, challenge, bad);
        assertEquals(422, answer.statusCode());
        answer.then()
                .body(allOf(
                        containsString("3 mistakes"),
                        containsString("<td class=\"number\">3</td>"),
                        containsString("s000"),
                        containsString("cost nothing"),
                        not(containsString("<i>Q</i>"))));
        given().cookie("voorwerp_session", session)
                .get("/challenges/" + challenge.slug + "/submit")
                .then()
                .body(containsString("0 of 5"));
    }

    @Test
    void aSpentQuotaIsSaid() {
        var challenge = SmallChallenge.of().perDay(1).create();
        var session = PagesTest.session(Api.participant());
        assertEquals(303, send(session, challenge, SmallChallenge.file(15, 10)).statusCode());
        send(session, challenge, SmallChallenge.file(16, 10))
                .then()
                .statusCode(429)
                .body(allOf(containsString("Quota spent"), containsString("None left today")));
    }

    @Test
    void aClosedChallengeOffersNoForm() {
        var past = Instant.now().minus(Duration.ofDays(9));
        var challenge =
                SmallChallenge.of().phase(past, past.plus(Duration.ofDays(1))).create();
        given().cookie("voorwerp_session", PagesTest.session(Api.participant()))
                .get("/challenges/" + challenge.slug + "/submit")
                .then()
                .statusCode(200)
                .body(allOf(containsString("takes no submissions now"), not(containsString("type=\"file\""))));
    }

    @Test
    void aStrangerIsAskedToSignIn() {
        var challenge = SmallChallenge.of().create();
        given().get("/challenges/" + challenge.slug + "/submit")
                .then()
                .statusCode(200)
                .body(allOf(containsString("Sign in to submit"), not(containsString("type=\"file\""))));
        assertEquals(401, send("none", challenge, SmallChallenge.file(1, 1)).statusCode());
    }

    @Test
    void aSubmissionIsWithdrawnFromItsPage() throws InterruptedException {
        var challenge = SmallChallenge.of().create();
        var session = PagesTest.session(Api.participant());
        var location = send(session, challenge, SmallChallenge.file(15, 10)).header("Location");
        finished(session, location);
        given().redirects()
                .follow(false)
                .cookie("voorwerp_session", session)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded")
                .post(location + "/withdraw")
                .then()
                .statusCode(303);
        given().cookie("voorwerp_session", session).get(location).then().body(containsString("Withdrawn"));
    }

    private static Response send(String session, SmallChallenge challenge, String csv) {
        return given().redirects()
                .follow(false)
                .cookie("voorwerp_session", session)
                .header("Sec-Fetch-Site", "same-origin")
                .multiPart("file", "predictions.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("note", "from a form")
                .post("/challenges/" + challenge.slug + "/submit");
    }

    private static String finished(String session, String location) throws InterruptedException {
        for (int i = 0; i < 150; i++) {
            var page = given().cookie("voorwerp_session", session).get(location).asString();
            if (!page.contains("data-live")) {
                return page;
            }
            assertTrue(page.contains("http-equiv=\"refresh\""), "a page that waits reloads itself");
            Thread.sleep(200);
        }
        throw new AssertionError("not scored within 30 seconds: " + location);
    }
}
