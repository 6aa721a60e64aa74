package org.voorwerp.server.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// What organisers see of a challenge that runs.
@QuarkusTest
class DeskTest {

    @Test
    void whatLooksCopiedIsFlaggedBesideBothSubmissionsAndInAListOfItsOwn() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(12, 3));
        assertTrue(desk(organiser, challenge).contains("Nothing looks so"));
        bill.scored(challenge, SmallChallenge.file(12, 3));
        var html = desk(organiser, challenge);
        assertFalse(html.contains("Nothing looks so"), html);
        assertTrue(html.contains("predicts the same throughout"), html);
        // One in the list of flags, and one beside each of the two.
        assertEquals(
                3,
                Pattern.compile("<span class=\"tag\">copy\\?</span>")
                        .matcher(html)
                        .results()
                        .count(),
                html);
    }

    @Test
    void howMuchWasToldOfTheTruthIsCounted() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of()
                .ownedBy(organiser.account)
                .board("\"rule\": \"ladder\", \"step\": 0.05")
                .create();
        var hanny = Api.participant();
        hanny.submit(challenge, SmallChallenge.file(12, 3), "Prefer", "wait=30");
        hanny.submit(challenge, SmallChallenge.file(11, 3), "Prefer", "wait=30");
        var html = desk(organiser, challenge);
        assertTrue(html.contains("<dt>Submissions answered</dt><dd>2</dd>"), html);
        assertTrue(html.contains("<dt>Scores told</dt><dd>1</dd>"), html);
        assertTrue(html.contains("<dt>Public subjects behind them</dt><dd>20</dd>"), html);
        assertTrue(html.contains("by more than the step of the ladder"), html);
    }

    private static String desk(Api organiser, SmallChallenge challenge) {
        return given().cookie("voorwerp_session", PagesTest.session(organiser))
                .get("/challenges/" + challenge.slug + "/manage")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
