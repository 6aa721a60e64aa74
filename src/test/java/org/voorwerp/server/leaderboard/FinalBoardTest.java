package org.voorwerp.server.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;

/// How surely teams stand where they stand, on boards that are open for good.
@QuarkusTest
class FinalBoardTest {

    private static final Instant START = Instant.parse("2033-05-01T00:00:00Z");
    private static final Instant END = Instant.parse("2033-05-20T00:00:00Z");

    @Inject
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static JsonNode rows(Api api, SmallChallenge challenge) {
        return api.get("/api/challenges/" + challenge.slug + "/leaderboard?part=private")
                .json()
                .get("rows");
    }

    @Test
    void aFinalBoardSaysWhoCannotBeToldFromTheFirst() {
        var owner = Api.organiser();
        var challenge = SmallChallenge.of()
                .ownedBy(owner.account)
                .phase("main", p -> p.from(START).to(END).with("private_board", true))
                .create();
        clock.set(START);
        Api.participant().scored(challenge, SmallChallenge.file(18, 22));
        Api.participant().scored(challenge, SmallChallenge.file(18, 21));
        Api.participant().scored(challenge, SmallChallenge.file(18, 3));
        for (var row : rows(owner, challenge)) {
            assertFalse(row.has("place"), "not before everybody sees the board");
        }
        clock.set(END);
        var board = rows(Api.nobody(), challenge);
        assertTrue(board.get(0).get("place").get("tiedWithFirst").asBoolean(), board::toString);
        assertTrue(board.get(1).get("place").get("tiedWithFirst").asBoolean(), board::toString);
        assertFalse(board.get(2).get("place").get("tiedWithFirst").asBoolean(), board::toString);
        assertEquals(1, board.get(0).get("place").get("bestRank").asInt());
        assertEquals(3, board.get(2).get("place").get("worstRank").asInt());
        assertTrue(board.get(2).get("place").get("fromFirst").asDouble() < 0.001, board::toString);
        var csv = Api.nobody().get("/api/challenges/" + challenge.slug + "/leaderboard.csv?part=private");
        assertTrue(csv.text().lines().toList().get(3).endsWith(",3,3,false"), csv::text);
        var page =
                Api.nobody().get("/challenges/" + challenge.slug + "/leaderboard?part=private", "Accept", "text/html");
        assertEquals(2, page.text().split(">level with the first<", -1).length - 1, page::text);
        // The public board shows what is told and nothing more.
        var open = Api.nobody().get("/api/challenges/" + challenge.slug + "/leaderboard?part=public");
        assertFalse(open.text().contains("\"place\""), open::text);
    }

    @Test
    void atTheEndThePublicAndThePrivateBoardAreCompared() {
        var challenge = SmallChallenge.of()
                .phase("main", p -> p.from(START).to(END).with("private_board", true))
                .create();
        clock.set(START);
        var hanny = Api.participant();
        var bill = Api.participant();
        var carl = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(18, 10));
        bill.scored(challenge, SmallChallenge.file(16, 20));
        carl.scored(challenge, SmallChallenge.file(2, 3));
        var address = "/api/challenges/" + challenge.slug + "/leaderboard/shake-up";
        var before = Api.nobody().get(address).json();
        assertEquals(0, before.get("moves").size());
        assertEquals(END.toString(), before.get("opensAt").asText());
        clock.set(END);
        var after = Api.nobody().get(address).json();
        // Of three pairs two keep their order and one does not.
        assertEquals(1 / 3.0, after.get("kendall").asDouble(), 1e-12);
        assertEquals(2 / 9.0, after.get("meanMove").asDouble(), 1e-12);
        assertEquals(bill.handle, after.get("moves").get(0).get("team").asText());
        assertEquals(2, after.get("moves").get(0).get("publicRank").asInt());
        // numpy: d = [10/23-.9, 20/23-.8, 3/23-.1]; e2 = p(1-p)/(n-1) of both parts;
        // e2.sum() * (2/3) / ((d-d.mean())**2).sum()
        assertEquals(0.1477, after.get("noise").asDouble(), 0.0005);
    }
}
