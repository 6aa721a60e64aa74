package org.voorwerp.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class EmbedTest {

    @Test
    void onlyTheEmbeddedBoardMayBeFramed() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(15, 1));
        var embedded = hanny.get("/embed/challenges/" + challenge.slug + "/leaderboard");
        assertEquals(200, embedded.status());
        assertTrue(embedded.text().contains(hanny.handle), embedded::toString);
        assertTrue(embedded.header("Content-Security-Policy").contains("frame-ancestors *"));
        assertFalse(embedded.text().contains("<form"), embedded::toString);
        for (var page : new String[] {"/", "/challenges/" + challenge.slug + "/leaderboard", "/sign-in"}) {
            assertTrue(Api.nobody().get(page).header("Content-Security-Policy").contains("frame-ancestors 'none'"));
        }
    }

    @Test
    void theBadgeNamesTheFirstAndNothingThatIsHidden() {
        var challenge = SmallChallenge.of().create();
        var badge = "/api/challenges/" + challenge.slug + "/badge.svg";
        assertTrue(Api.nobody().get(badge).text().contains("nobody yet"));
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(15, 1));
        var shown = Api.nobody().get(badge);
        assertEquals("image/svg+xml", shown.header("Content-Type").split(";")[0]);
        assertTrue(shown.text().contains("1. " + hanny.handle + " 0.7500"), shown::toString);
        var organiser = Api.organiser();
        var hidden = SmallChallenge.of()
                .ownedBy(organiser.account)
                .phase("main", p -> p.to(Instant.parse("2090-01-01T00:00:00Z")).with("board", "hidden"))
                .create();
        hanny.scored(hidden, SmallChallenge.file(15, 1));
        for (var who : new Api[] {hanny, organiser}) {
            assertFalse(who.get("/api/challenges/" + hidden.slug + "/badge.svg")
                    .text()
                    .contains(hanny.handle));
            assertFalse(who.get("/embed/challenges/" + hidden.slug + "/leaderboard")
                    .text()
                    .contains(hanny.handle));
        }
    }

    @Test
    void thePagesOfACompetitionAreThere() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of()
                .ownedBy(organiser.account)
                .phase("main", p -> p.to(Instant.parse("2090-01-01T00:00:00Z")).with("private_board", true))
                .phase("second & last", p -> p.with("at_once", 3))
                .rankedBy("mean-rank", "\"rank-weight\": 2", "\"rank-weight\": 1")
                .create();
        var hanny = Api.participant();
        var leaderboard = Api.nobody().get("/challenges/" + challenge.slug + "/leaderboard?sort=test-error");
        assertEquals(200, leaderboard.status(), leaderboard::toString);
        assertTrue(leaderboard.text().contains("second+%26+last"), leaderboard::toString);
        assertTrue(
                leaderboard.text().contains("Mean rank") || leaderboard.text().contains("Nobody"));
        for (var page : new String[] {"/submit", "/submit?phase=second+%26+last", "/submissions", "/rules"}) {
            assertEquals(200, hanny.get("/challenges/" + challenge.slug + page).status(), page);
        }
        var manage = organiser.get("/challenges/" + challenge.slug + "/manage");
        assertEquals(200, manage.status(), manage::toString);
        assertTrue(manage.text().contains("second &amp; last"), manage::toString);
        assertEquals(403, hanny.get("/challenges/" + challenge.slug + "/manage").status());
        var post = organiser.post(
                "/challenges/" + challenge.slug + "/manage/phases",
                java.net.http.HttpRequest.BodyPublishers.ofString(
                        "name=third&starts=2031-01-01T00%3A00%3A00Z&ends=soon"),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertEquals(400, post.status(), post::toString);
        assertTrue(post.text().contains("Closes"), post::toString);
    }
}
