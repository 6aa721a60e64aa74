package org.voorwerp.server.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/// Work to be done later, by whichever server is free. A job is queued in the caller's transaction: it exists if and
/// only
/// if that commits. A job may run twice (a worker may be presumed dead and come back), so what it does must be
/// written such that the second time changes nothing.
@ApplicationScoped
public class Queue {

    /// Kinds whose name begins so wait for others' servers.
    private static final String SENDING = "send-";

    private final Scheduler scheduler;

    /// What waits for others has threads and a table of its own, so that a slow receiver holds up no scoring.
    private final Scheduler sending;

    private final TransactionSynchronizationRegistry transaction;

    Queue(
            DataSource database,
            QueueConfig config,
            TransactionSynchronizationRegistry transaction,
            @All List<Task<?>> tasks) {
        this.transaction = transaction;
        this.scheduler = scheduler(database, config, config.threads(), "scheduled_tasks", kinds(tasks, false));
        this.sending = scheduler(database, config, config.sendingThreads(), "scheduled_sendings", kinds(tasks, true));
    }

    private static List<Task<?>> kinds(List<Task<?>> tasks, boolean sending) {
        return tasks.stream()
                .filter(task -> task.getName().startsWith(SENDING) == sending)
                .toList();
    }

    private static Scheduler scheduler(
            DataSource database, QueueConfig config, int threads, String table, List<Task<?>> tasks) {
        return Scheduler.create(database, tasks)
                .tableName(table)
                .serializer(new JacksonSerializer())
                .threads(threads)
                .pollingInterval(config.pollingInterval())
                .heartbeatInterval(config.heartbeatInterval())
                .missedHeartbeatsLimit(4)
                .pollUsingLockAndFetch(0.5, 1.0)
                .shutdownMaxWait(config.shutdownWait())
                .build();
    }

    /// Queues a job; must be called within a transaction.
    ///
    /// @param id distinguishes it from other jobs of its kind; the same id twice is one job
    public <T> void add(TaskDescriptor<T> kind, String id, T data) {
        var lane = kind.getTaskName().startsWith(SENDING) ? sending : scheduler;
        lane.scheduleIfNotExists(kind.instance(id).data(data).scheduledTo(Instant.now()));
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    lane.triggerCheckForDueExecutions();
                }
            }
        });
    }

    // After everything else is up, before the shipped packs are queued.
    void start(@Observes @Priority(1000) StartupEvent event) {
        scheduler.start();
        sending.start();
    }

    void stop(@Observes @Priority(1000) ShutdownEvent event) {
        scheduler.stop();
        sending.stop();
    }
}
