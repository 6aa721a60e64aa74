package org.voorwerp.server.notice.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.voorwerp.server.notice.Delivery;

/// Forgets what was sent long ago: longer than anything is told again.
@ApplicationScoped
class DeliveryPruning {

    private static final Logger LOG = Logger.getLogger(DeliveryPruning.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final long PAUSE_MINUTES = 60;

    private final Clock clock;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("delivery-pruning").factory());

    DeliveryPruning(Clock clock) {
        this.clock = clock;
    }

    void start(@Observes @Priority(1100) StartupEvent event) {
        clockwork.scheduleWithFixedDelay(this::attempt, 1, PAUSE_MINUTES, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    private void attempt() {
        try {
            prune();
        } catch (RuntimeException e) {
            LOG.warn("the log of deliveries could not be pruned", e);
        }
    }

    /// @return how many were forgotten
    @Transactional
    long prune() {
        return Delivery.delete("finishedAt < ?1", clock.instant().minus(KEPT));
    }
}
