package org.voorwerp.server.evaluation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.voorwerp.server.queue.Queue;
import org.voorwerp.server.submission.ScoreJob;

/// Gives a job to every submission that waits without one. Acceptance and queue commit together, so there should be
/// none; whatever went wrong all the same, no acknowledged submission stays unscored for it.
@ApplicationScoped
class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    private final EntityManager database;
    private final Queue queue;
    private final EvaluationConfig config;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reconciliation").factory());

    Reconciliation(EntityManager database, Queue queue, EvaluationConfig config) {
        this.database = database;
        this.queue = queue;
        this.config = config;
    }

    void start(@Observes @Priority(1100) StartupEvent event) {
        long pause = config.reconcileEvery().toMillis();
        clockwork.scheduleWithFixedDelay(this::attempt, 0, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    private void attempt() {
        try {
            int missing = reconcile();
            if (missing > 0) {
                LOG.warnf("%d submissions waited without a job", missing);
            }
        } catch (RuntimeException e) {
            LOG.warn("could not look for submissions without a job", e);
        }
    }

    /// @return how many submissions had no job
    @Transactional
    int reconcile() {
        List<?> lost = database.createNativeQuery(
                        "select s.id from submission s where s.state in ('accepted', 'scoring') and not exists"
                                + " (select from scheduled_tasks t where t.task_name = ?1"
                                + " and t.task_instance = s.id::text) order by s.accepted_at limit 1000",
                        UUID.class)
                .setParameter(1, ScoreJob.KIND.getTaskName())
                .getResultList();
        for (var id : lost) {
            queue.add(ScoreJob.KIND, String.valueOf(id), new ScoreJob((UUID) id));
        }
        return lost.size();
    }
}
