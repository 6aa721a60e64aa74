package org.voorwerp.server.notice.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.notice.NoticeKind;

/// Notices when phases open and close. What passed unnoticed for more than a day, because no server ran, is no news.
@ApplicationScoped
class PhaseWatch {

    private static final Logger LOG = Logger.getLogger(PhaseWatch.class);
    private static final Duration NEWS = Duration.ofDays(1);
    private static final long PAUSE_SECONDS = 30;

    private final Occasions occasions;
    private final Clock clock;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("phase-watch").factory());

    PhaseWatch(Occasions occasions, Clock clock) {
        this.occasions = occasions;
        this.clock = clock;
    }

    void start(@Observes @Priority(1100) StartupEvent event) {
        clockwork.scheduleWithFixedDelay(this::attempt, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    private void attempt() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("could not look for phases that open or close", e);
        }
    }

    @Transactional
    void look() {
        var now = clock.instant();
        var from = now.minus(NEWS);
        List<Phase> phases = Phase.list(
                "(startsAt > ?1 and startsAt <= ?2) or (endsAt > ?1 and endsAt <= ?2) order by startsAt", from, now);
        for (var phase : phases) {
            Challenge challenge = Challenge.findById(phase.challengeId);
            if (challenge.isPublished()) {
                if (isBetween(from, phase.startsAt, now)) {
                    occasions.phase(NoticeKind.PHASE_OPENED, challenge, phase.id);
                }
                if (phase.endsAt != null && isBetween(from, phase.endsAt, now)) {
                    occasions.phase(NoticeKind.PHASE_CLOSED, challenge, phase.id);
                }
            }
        }
    }

    private static boolean isBetween(Instant from, Instant time, Instant to) {
        return time.isAfter(from) && !time.isAfter(to);
    }
}
