package org.voorwerp.server.evaluation;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.voorwerp.server.evaluation.Evaluation.Outcome;
import org.voorwerp.server.submission.ScoreJob;

/// Ties the job that submission queues to the scoring.
final class ScoreTask {

    ScoreTask() {}

    /// Thrown to have the job done again, a while later.
    private static final class TryAgain extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TryAgain() {
            super("to be tried again", null, false, false);
        }
    }

    @Produces
    @Singleton
    static Task<ScoreJob> task(Evaluation evaluation, EvaluationConfig config) {
        return Tasks.custom(ScoreJob.KIND)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(config.retryAfter(), 2))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    int failures = context.getExecution().consecutiveFailures;
                    // A server that stops interrupts its workers; that is nobody's failure.
                    var outcome = evaluation.score(
                            instance.getData().submission(),
                            () -> failures + 1 < config.attempts()
                                    || context.getSchedulerState().isShuttingDown());
                    if (outcome == Outcome.TRY_AGAIN) {
                        throw new TryAgain();
                    }
                    CompletionHandler<ScoreJob> done = new OnCompleteRemove<>();
                    return done;
                });
    }
}
