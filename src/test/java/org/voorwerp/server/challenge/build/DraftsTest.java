package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.submission.Submission;

/// Deleting drafts while others work on them.
@QuarkusTest
class DraftsTest {

    @Inject
    EntityManager database;

    /// The scorer of a baseline holds its submission first and then needs the challenge, since a score is a
    /// change of the board. A deletion that held the challenge and then waited for the submission would be one
    /// half of a ring.
    @Test
    void aDraftIsDeletedWhileABaselineIsScored() throws Exception {
        var organiser = Api.organiser();
        Uploads.built(organiser, new MemoryPack().replacing("small-mergers", "deleted-amid"));
        awaitBaselines();
        CompletableFuture<Integer> deletion = QuarkusTransaction.requiringNew().call(() -> {
            var challenge = Challenge.<Challenge>find("slug", "deleted-amid").singleResult();
            UUID submission =
                    Submission.<Submission>find("challengeId", challenge.id).firstResult().id;
            database.createNativeQuery("update submission set state = state where id = ?1")
                    .setParameter(1, submission)
                    .executeUpdate();
            var deleting = CompletableFuture.supplyAsync(
                    () -> organiser.delete("/api/challenges/deleted-amid").status());
            awaitSomebodyBlockedByUs();
            database.createNativeQuery("insert into board_change (challenge_id, number) values (?1, 1)"
                            + " on conflict (challenge_id) do update set number = board_change.number + 1")
                    .setParameter(1, challenge.id)
                    .executeUpdate();
            database.createNativeQuery("select 1 from challenge where id = ?1 for key share")
                    .setParameter(1, challenge.id)
                    .getSingleResult();
            return deleting;
        });
        assertEquals(204, deletion.get(30, TimeUnit.SECONDS));
        assertEquals(404, organiser.get("/api/challenges/deleted-amid").status());
    }

    private static void awaitBaselines() throws InterruptedException {
        await(
                "no baseline is left to score",
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> Submission.count("state in ('accepted', 'scoring')") == 0));
    }

    private void awaitSomebodyBlockedByUs() throws InterruptedException {
        await(
                "the deletion waits for the scorer",
                () -> !database.createNativeQuery(
                                "select 1 from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))")
                        .getResultList()
                        .isEmpty());
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        fail("Within half a minute it did not come to pass that " + what + ".");
    }
}
