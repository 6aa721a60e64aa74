package org.voorwerp.server.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;
import org.voorwerp.server.TestMetrics;
import org.voorwerp.server.evaluation.Evaluation.Outcome;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.server.submission.Lifecycle;

@QuarkusTest
class EvaluationTest {

    @Inject
    Lifecycle lifecycle;

    @Inject
    Evaluation evaluation;

    @Inject
    Reconciliation reconciliation;

    @Inject
    Blobs blobs;

    @Inject
    EntityManager database;

    @Test
    void whatAMetricSaysToTheParticipantIsShown() {
        var challenge = SmallChallenge.of().perDay(1).create();
        var view = Api.participant().scored(challenge, SmallChallenge.file("visible"));
        assertEquals("failed", view.get("state").asText());
        assertEquals(
                "class \"visible\" is not to be predicted", view.get("message").asText());
        assertTrue(view.get("incident").isNull());
        assertEquals(0, view.get("quota").get("used").asInt(), "given back");
        assertEquals(0, count("select count(*) from result where submission_id = ?1", id(view)));
    }

    @Test
    void ofAnyOtherErrorTheParticipantSeesAnIncidentAndTheOrganiserEverything() {
        for (var mood : new String[] {"fault", "memory", "stack"}) {
            var organiser = Api.organiser();
            var challenge =
                    SmallChallenge.of().perDay(1).ownedBy(organiser.account).create();
            var hanny = Api.participant();
            var answer = hanny.submit(challenge, SmallChallenge.file(mood), "Prefer", "wait=60");
            assertEquals(201, answer.status(), answer::toString);
            var view = answer.json();
            assertEquals("failed", view.get("state").asText());
            assertTrue(view.get("incident").asText().length() == 11, view::toString);
            assertTrue(
                    view.get("message").asText().contains(view.get("incident").asText()));
            assertFalse(answer.text().contains(TestMetrics.BLURTED), answer::toString);
            assertFalse(answer.text().contains("Exception"), answer::toString);
            assertEquals(0, view.get("quota").get("used").asInt(), "given back");
            assertEquals(3, count("select attempt from submission where id = ?1", id(view)));
            var seen = organiser.get(view.get("links").get("self").asText()).json();
            var expected = switch (mood) {
                case "fault" -> TestMetrics.BLURTED;
                case "memory" -> "OutOfMemoryError";
                default -> "StackOverflowError";
            };
            assertTrue(seen.get("detail").asText().contains(expected), seen::toString);
        }
        // The workers are all still there.
        var challenge = SmallChallenge.of().create();
        assertEquals(
                "scored",
                Api.participant()
                        .scored(challenge, SmallChallenge.file(1, 1))
                        .get("state")
                        .asText());
    }

    @Test
    void anErrorThatPassesCostsNothing() {
        var challenge = SmallChallenge.of().create();
        var view = Api.participant().scored(challenge, SmallChallenge.file("flaky"));
        assertEquals("scored", view.get("state").asText(), view::toString);
        assertTrue(count("select attempt from submission where id = ?1", id(view)) > 1);
    }

    @Test
    void aLateWorkerWritesNothing() {
        var id = unscored();
        var late = lifecycle.begin(id).orElseThrow();
        assertEquals(Outcome.DONE, evaluation.score(id, () -> false));
        assertEquals("scored", state(id));
        assertFalse(QuarkusTransaction.requiringNew().call(() -> lifecycle.scored(late)));
        assertFalse(lifecycle.failedVisibly(late, "too late"));
        assertFalse(lifecycle.failedByUs(late, "x", "y"));
        assertEquals("scored", state(id));
        assertEquals(1, count("select count(*) from result where submission_id = ?1", id));
        assertEquals(2, count("select attempt from result where submission_id = ?1", id));
        // And nothing is begun that is done.
        assertTrue(lifecycle.begin(id).isEmpty());
        assertEquals(Outcome.DONE, evaluation.score(id, () -> false));
    }

    @Test
    void aWithdrawnSubmissionIsNotScoredAndGivesItsQuotaBack() {
        var id = unscored();
        var attempt = lifecycle.begin(id).orElseThrow();
        lifecycle.withdraw(id);
        assertFalse(QuarkusTransaction.requiringNew().call(() -> lifecycle.scored(attempt)));
        assertEquals("withdrawn", state(id));
        assertEquals(
                0,
                count(
                        "select sum(q.used) from quota_use q join submission s on s.team_id = q.team_id"
                                + " where s.id = ?1",
                        id));
        assertTrue(lifecycle.begin(id).isEmpty());
    }

    @Test
    void aFailedSubmissionCannotBeWithdrawn() {
        var hanny = Api.participant();
        var view = hanny.scored(SmallChallenge.of().create(), SmallChallenge.file("visible"));
        var answer = hanny.post(view.get("links").get("self").asText() + "/withdraw", BodyPublishers.noBody());
        assertEquals(409, answer.status(), answer::toString);
    }

    @Test
    void aSubmissionWithoutAJobGetsOne() throws Exception {
        var id = unscored();
        // The server's own round may come first; then there is nothing left to find here.
        reconciliation.reconcile();
        for (int i = 0; i < 100 && !state(id).equals("scored"); i++) {
            Thread.sleep(100);
        }
        assertEquals("scored", state(id));
        assertEquals(1, count("select count(*) from result where submission_id = ?1", id));
    }

    @Test
    void aFileThatTheDiskLostIsOurFault() throws Exception {
        var id = unscored();
        var digest = (String) one("select blob from submission where id = ?1", id);
        var file = blobs.path(Area.SUBMISSIONS, digest);
        var kept = Files.readAllBytes(file);
        Files.delete(file);
        try {
            assertEquals(Outcome.TRY_AGAIN, evaluation.score(id, () -> true));
            assertEquals("scoring", state(id));
            assertEquals(Outcome.DONE, evaluation.score(id, () -> false));
            assertEquals("failed", state(id));
        } finally {
            Files.write(file, kept);
        }
    }

    @Test
    void bothPartsAreScoredByAllMetrics() {
        var view = Api.participant().scored(SmallChallenge.of().create(), SmallChallenge.file(18, 11));
        assertEquals(4, count("select count(*) from score where submission_id = ?1", id(view)));
        var hidden =
                "select value from score where part = 'private' and metric = 'test-agreement' and submission_id = ?1";
        assertEquals(11 / 23.0, one(hidden, id(view)));
    }

    @Test
    void prometheusSeesTheQueue() {
        Api.participant().scored(SmallChallenge.of().create(), SmallChallenge.file(1, 1));
        var metrics = Api.nobody().get("/q/metrics").text();
        for (var name : new String[] {
            "voorwerp_submissions_unscored ",
            "voorwerp_submissions_oldest_unscored_seconds ",
            "voorwerp_scoring_seconds_count ",
            "voorwerp_submissions_accepted_total "
        }) {
            assertTrue(metrics.contains("\n" + name), name + " in\n" + metrics);
        }
    }

    /// A submission that is accepted, and whose job is gone.
    private UUID unscored() {
        var challenge = SmallChallenge.of().create();
        var view = Api.participant().scored(challenge, SmallChallenge.file(9, 9));
        QuarkusTransaction.requiringNew().run(() -> {
            update("delete from result where submission_id = ?1", id(view));
            update("update submission set state = 'accepted', finished_at = null, attempt = 0 where id = ?1", id(view));
        });
        return id(view);
    }

    private void update(String sql, UUID id) {
        database.createNativeQuery(sql).setParameter(1, id).executeUpdate();
    }

    private static UUID id(JsonNode view) {
        return UUID.fromString(view.get("id").asText());
    }

    private String state(UUID id) {
        return (String) one("select state from submission where id = ?1", id);
    }

    private long count(String sql, UUID id) {
        return ((Number) one(sql, id)).longValue();
    }

    private Object one(String sql, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql).setParameter(1, id).getSingleResult());
    }
}
