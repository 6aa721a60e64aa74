package org.voorwerp.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.Incoming;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

@QuarkusTest
class QuotaTest {

    private static final String FILE = SmallChallenge.file(4, 4);

    @Inject
    SettableClock clock;

    @Inject
    Blobs blobs;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aSpentQuotaSaysWhenTheNextDayBegins() {
        var challenge = SmallChallenge.of().perDay(2).create();
        var hanny = Api.participant();
        var noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36));
        clock.set(noon);
        hanny.submit(challenge, FILE);
        hanny.submit(challenge, FILE);
        var third = hanny.submit(challenge, FILE);
        assertEquals(429, third.status(), third::toString);
        var problem = third.json();
        assertEquals("/problems/quota-spent", problem.get("type").asText());
        assertEquals(2, problem.get("limit").asInt());
        assertEquals(2, problem.get("used").asInt());
        var midnight = noon.plus(Duration.ofHours(12));
        assertEquals(midnight.toString(), problem.get("resetsAt").asText());
        long retry = Long.parseLong(third.header("Retry-After"));
        assertTrue(retry > 11 * 3600 + 3000 && retry <= 12 * 3600, third::toString);
        clock.set(midnight);
        assertEquals(202, hanny.submit(challenge, FILE).status());
    }

    @Test
    void aTotalQuotaHoldsOverDays() {
        var challenge = SmallChallenge.of().perDay(2).total(3).create();
        var hanny = Api.participant();
        hanny.submit(challenge, FILE);
        hanny.submit(challenge, FILE);
        clock.set(Instant.now().plus(Duration.ofDays(1)));
        var third = hanny.submit(challenge, FILE);
        assertEquals(202, third.status(), third::toString);
        assertEquals(0, third.json().get("quota").get("left").asInt());
        var fourth = hanny.submit(challenge, FILE);
        assertEquals(429, fourth.status());
        assertEquals("", fourth.header("Retry-After"));
        assertEquals(3, fourth.json().get("limit").asInt());
    }

    @Test
    void quotaHoldsUnderSixtyFourParallelPosts() throws Exception {
        for (int round = 0; round < 3; round++) {
            var challenge = SmallChallenge.of().perDay(5).create();
            var answers = post(64, Api.participant(), challenge);
            assertEquals(Map.of(202, 5, 429, 59), answers);
        }
    }

    @Test
    void aFileRefusedForItsQuotaIsNotKept() throws Exception {
        var challenge = SmallChallenge.of().perDay(1).create();
        var hanny = Api.participant();
        assertEquals(202, hanny.submit(challenge, FILE).status());
        for (var headers : new String[][] {{}, {"Idempotency-Key", "new"}}) {
            // A file that nobody sent before, so that its blob can only be this one's.
            var file = SmallChallenge.file(i -> i % (headers.length + 5) == 4 ? "A" : "B");
            assertEquals(429, hanny.submit(challenge, file, headers).status());
            assertFalse(Files.exists(blobs.path(Area.SUBMISSIONS, SubmissionLifeTest.sha256(file))));
        }
        Incoming.assertEmpty();
    }

    @Test
    void quotaHoldsAcrossMidnight() throws Exception {
        for (int round = 0; round < 3; round++) {
            var challenge = SmallChallenge.of().perDay(5).create();
            var hanny = Api.participant();
            var midnight = Instant.now()
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate()
                    .plusDays(2L + round)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            clock.set(midnight.minusMillis(150));
            var answers = post(64, hanny, challenge);
            var afterwards = post(10, hanny, challenge);
            int accepted = answers.get(202) + afterwards.getOrDefault(202, 0);
            // The first day may have been over before all five were sent; the second was there for all.
            assertTrue(accepted >= 5 && accepted <= 10, () -> answers + " " + afterwards);
            var byDay = new HashMap<String, Integer>();
            for (var submission : hanny.get(Api.submissions(challenge)).json().get("submissions")) {
                byDay.merge(submission.get("acceptedAt").asText().substring(0, 10), 1, Integer::sum);
            }
            assertEquals(5, byDay.get(midnight.toString().substring(0, 10)), byDay::toString);
            assertTrue(byDay.values().stream().allMatch(number -> number <= 5), byDay::toString);
        }
    }

    /// Sends so many at once; how many answers of each status came.
    private static Map<Integer, Integer> post(int number, Api as, SmallChallenge challenge) throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, number)
                    .mapToObj(i -> clients.submit(() -> as.submit(challenge, FILE)))
                    .toList();
            var statuses = new HashMap<Integer, Integer>();
            for (var answer : answers) {
                statuses.merge(answer.get().status(), 1, Integer::sum);
            }
            return statuses;
        }
    }

    @Test
    void aWithdrawalBeforeScoringGivesTheQuotaBackAndOneAfterDoesNot() {
        var challenge = SmallChallenge.of().perDay(2).create();
        var hanny = Api.participant();
        var scored = hanny.scored(challenge, FILE);
        var self = scored.get("links").get("self").asText();
        var withdrawn = hanny.post(self + "/withdraw", BodyPublishers.noBody());
        assertEquals(200, withdrawn.status(), withdrawn::toString);
        assertEquals("withdrawn", withdrawn.json().get("state").asText());
        assertEquals(1, withdrawn.json().get("quota").get("used").asInt());
        assertTrue(withdrawn.json().get("rank").isNull());
        assertEquals(scored.get("scores"), withdrawn.json().get("scores"));
        // Again changes nothing.
        assertEquals(
                withdrawn.json(),
                hanny.post(self + "/withdraw", BodyPublishers.noBody()).json());
    }

    @Test
    void outsideOfPhasesTheAnswerSaysWhen() {
        var hanny = Api.participant();
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        var early = hanny.submit(SmallChallenge.of().phase(tomorrow, null).create(), FILE);
        assertEquals(403, early.status(), early::toString);
        assertEquals("/problems/phase-closed", early.json().get("type").asText());
        assertEquals(tomorrow.toString(), early.json().get("opensAt").asText());
        var yesterday = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        var late = hanny.submit(
                SmallChallenge.of().phase(yesterday.minusSeconds(60), yesterday).create(), FILE);
        assertEquals(403, late.status(), late::toString);
        assertEquals(yesterday.toString(), late.json().get("closedAt").asText());
    }
}
