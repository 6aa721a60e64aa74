package org.voorwerp.server.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;

/// What scores over time tell, to whom, and when.
@QuarkusTest
class HistoriesTest {

    private static final Instant START = Instant.parse("2031-05-01T00:00:00Z");
    private static final Instant END = Instant.parse("2031-05-20T00:00:00Z");

    @Inject
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void onlyWhatMadeATeamStandBetterIsAStep() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        for (int right : new int[] {5, 12, 8, 12, 19}) {
            hanny.scored(challenge, SmallChallenge.file(right, 3));
        }
        assertEquals(List.of(hanny.handle + " 0.25 0.6 0.95"), told(Api.nobody(), challenge, ""));
    }

    @Test
    void ofAPrivateBoardThereIsNoHistory() {
        var challenge = SmallChallenge.of()
                .phase("main", p -> p.from(START).to(END).with("private_board", true))
                .create();
        clock.set(START);
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(5, 3));
        hanny.scored(challenge, SmallChallenge.file(10, 2));
        clock.set(END);
        assertEquals(List.of(), told(Api.nobody(), challenge, "?part=private"));
        assertEquals(List.of(), told(hanny, challenge, "?part=private"));
        assertEquals(List.of(hanny.handle + " 0.25 0.5"), told(Api.nobody(), challenge, "?part=public"));
    }

    @Test
    void whatWasHiddenStaysUntoldWhenTheBoardOpens() {
        for (var shown : List.of("hidden", "own")) {
            var organiser = Api.organiser();
            var challenge = SmallChallenge.of()
                    .ownedBy(organiser.account)
                    .phase("main", p -> p.from(START).to(END).with("board", shown))
                    .create();
            clock.set(START);
            var hanny = Api.participant();
            hanny.scored(challenge, SmallChallenge.file(5, 3));
            hanny.scored(challenge, SmallChallenge.file(10, 2));
            var bill = Api.participant();
            bill.scored(challenge, SmallChallenge.file(7, 2));
            var own = shown.equals("own") ? List.of(hanny.handle + " 0.25 0.5") : List.<String>of();
            assertEquals(own, told(hanny, challenge, ""), shown);
            assertEquals(List.of(), told(Api.nobody(), challenge, ""), shown);
            assertEquals(2, told(organiser, challenge, "").size(), shown);
            clock.set(END);
            assertEquals(List.of(), told(Api.nobody(), challenge, "?part=public"), shown);
            assertEquals(
                    2,
                    Api.nobody()
                            .get(board(challenge) + "?part=public")
                            .json()
                            .get("rows")
                            .size(),
                    shown);
            clock.reset();
        }
    }

    @Test
    void anUnchangedHistoryIsNotSentAgain() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(5, 3));
        var first = Api.nobody().get(board(challenge) + "/history");
        assertEquals(
                304,
                Api.nobody()
                        .get(board(challenge) + "/history", "If-None-Match", first.header("ETag"))
                        .status());
        hanny.scored(challenge, SmallChallenge.file(6, 3));
        var second = Api.nobody().get(board(challenge) + "/history", "If-None-Match", first.header("ETag"));
        assertEquals(200, second.status());
        assertFalse(second.text().contains(challenge.id.toString()), second.text());
    }

    private static List<String> told(Api caller, SmallChallenge challenge, String query) {
        var told = new ArrayList<String>();
        for (var line : caller.get(board(challenge) + "/history" + query).json().get("lines")) {
            var text = new StringBuilder(line.get("team").asText());
            line.get("steps")
                    .forEach(step -> text.append(' ').append(step.get("score").asDouble()));
            told.add(text.toString());
        }
        return told;
    }

    private static String board(SmallChallenge challenge) {
        return "/api/challenges/" + challenge.slug + "/leaderboard";
    }
}
