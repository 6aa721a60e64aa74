package org.voorwerp.server.notice.dispatch;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.voorwerp.server.notice.DeliveryJob;
import org.voorwerp.server.notice.webhook.WebhookConfig;

/// Ties the jobs to what does them.
final class NoticeTasks {

    /// How many times as long to wait before the next attempt.
    private static final int BACK_OFF = 4;

    NoticeTasks() {}

    @Produces
    @Singleton
    static Task<NoticeJob> notices(Notices notices) {
        return Tasks.oneTime(NoticeJob.KIND)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        5, new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 3)))
                .execute((instance, context) -> notices.tell(instance.getData()));
    }

    @Produces
    @Singleton
    static Task<DeliveryJob> deliveries(Sending sending, WebhookConfig config) {
        return Tasks.custom(DeliveryJob.KIND)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(config.retryAfter(), BACK_OFF))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var failures = sending.send(instance.getData().delivery(), config.attempts());
                    CompletionHandler<DeliveryJob> next = failures.isEmpty()
                            ? new OnCompleteRemove<>()
                            : (complete, operations) ->
                                    operations.reschedule(complete, after(failures.getAsInt(), config.retryAfter()));
                    return next;
                });
    }

    /// When to try again, ever later.
    private static Instant after(int failures, Duration first) {
        return Instant.now().plus(first.multipliedBy((long) Math.pow(BACK_OFF, failures - 1)));
    }
}
