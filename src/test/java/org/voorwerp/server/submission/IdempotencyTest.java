package org.voorwerp.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class IdempotencyTest {

    private static final String FILE = SmallChallenge.file(4, 4);

    @Inject
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void theSameKeyAndFileIsOneSubmission() {
        var challenge = SmallChallenge.of().perDay(1).create();
        var hanny = Api.participant();
        var first = hanny.submit(challenge, FILE, "Idempotency-Key", "\"one\"");
        assertEquals(202, first.status(), first::toString);
        assertEquals("", first.header("Idempotent-Replayed"));
        // The quota is spent, but this is no new submission.
        var second = hanny.submit(challenge, FILE, "Idempotency-Key", "one", "Prefer", "wait=20");
        assertEquals(201, second.status(), second::toString);
        assertEquals("true", second.header("Idempotent-Replayed"));
        assertEquals(first.json().get("id"), second.json().get("id"));
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(1, second.json().get("quota").get("used").asInt());
    }

    @Test
    void theSameKeyWithAnotherFileIsRefused() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        assertEquals(
                202, hanny.submit(challenge, FILE, "Idempotency-Key", "two").status());
        var other = hanny.submit(challenge, SmallChallenge.file(5, 5), "Idempotency-Key", "two");
        assertEquals(422, other.status(), other::toString);
        assertEquals("/problems/idempotency-mismatch", other.json().get("type").asText());
    }

    @Test
    void aKeyBelongsToOnePersonAndChallenge() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var first = hanny.submit(challenge, FILE, "Idempotency-Key", "three");
        var others = Api.participant().submit(challenge, FILE, "Idempotency-Key", "three");
        var elsewhere = hanny.submit(SmallChallenge.of().create(), FILE, "Idempotency-Key", "three");
        for (var answer : new Api.Answer[] {others, elsewhere}) {
            assertEquals(202, answer.status(), answer::toString);
            assertTrue(!answer.json().get("id").equals(first.json().get("id")));
        }
    }

    @Test
    void aRefusedFileLeavesTheKeyFree() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        assertEquals(
                422,
                hanny.submit(challenge, "rubbish", "Idempotency-Key", "four").status());
        assertEquals(
                202, hanny.submit(challenge, FILE, "Idempotency-Key", "four").status());
    }

    @Test
    void aKeyIsForgottenAfterAWeek() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var first = hanny.submit(challenge, FILE, "Idempotency-Key", "five");
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        var second = hanny.submit(challenge, FILE, "Idempotency-Key", "five");
        assertEquals(202, second.status(), second::toString);
        assertTrue(!first.json().get("id").equals(second.json().get("id")));
    }

    @Test
    void thirtyTwoParallelPostsOfOneKeyAreOneSubmission() throws Exception {
        for (int round = 0; round < 5; round++) {
            var challenge = SmallChallenge.of().create();
            var hanny = Api.participant();
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = IntStream.range(0, 32)
                        .mapToObj(i -> clients.submit(() -> hanny.submit(challenge, FILE, "Idempotency-Key", "all")))
                        .toList();
                int accepted = 0;
                for (var answer : answers) {
                    switch (answer.get().status()) {
                        case 202 ->
                            accepted +=
                                    answer.get().header("Idempotent-Replayed").isEmpty() ? 1 : 0;
                        case 409 -> assertEquals("1", answer.get().header("Retry-After"));
                        default -> throw new AssertionError(answer.get());
                    }
                }
                assertEquals(1, accepted);
            }
            var list = hanny.get(Api.submissions(challenge)).json();
            assertEquals(1, list.get("submissions").size());
            assertEquals(1, list.get("quota").get("used").asInt());
        }
    }
}
