package org.voorwerp.server.submission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Waits for submissions to be scored: woken at once where a worker of this server does it, and by a look into the
/// database from time to time where another's does.
@ApplicationScoped
class Waiting {

    private static final Duration FIRST_LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /// Those waiting for one submission.
    private record Bell(CompletableFuture<@Nullable Void> rung, int waiting) {}

    private final Map<UUID, Bell> bells = new ConcurrentHashMap<>();

    /// The submission as it stands when it is final or the time is up.
    Submission await(Submission submission, Duration atMost) {
        var id = submission.id;
        var bell =
                bells.merge(id, new Bell(new CompletableFuture<>(), 1), (a, b) -> new Bell(a.rung(), a.waiting() + 1));
        try {
            return await(id, bell.rung(), System.nanoTime() + atMost.toNanos());
        } finally {
            bells.computeIfPresent(id, (key, b) -> b.waiting() == 1 ? null : new Bell(b.rung(), b.waiting() - 1));
        }
    }

    private Submission await(UUID id, CompletableFuture<@Nullable Void> rung, long end) {
        var pause = FIRST_LOOK;
        while (true) {
            boolean wasRung = rung.isDone();
            var now = QuarkusTransaction.requiringNew().call(() -> (Submission) Submission.findById(id));
            long left = end - System.nanoTime();
            if (now.state().isFinal() || left <= 0) {
                return now;
            }
            // Rung, and yet not final: scoring began anew. From here on only looking helps.
            listen(wasRung ? new CompletableFuture<>() : rung, Math.min(left, pause.toNanos()));
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private static void listen(CompletableFuture<@Nullable Void> rung, long nanos) {
        try {
            rung.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Time for a look.
        } catch (ExecutionException e) {
            throw new AssertionError("nobody fails it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a score", e);
        }
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubmissionFinished event) {
        var bell = bells.get(event.submission());
        if (bell != null) {
            bell.rung().complete(null);
        }
    }
}
