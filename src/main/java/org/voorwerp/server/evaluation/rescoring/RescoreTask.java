package org.voorwerp.server.evaluation.rescoring;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.voorwerp.server.evaluation.EvaluationConfig;

/// Ties the job to its work. Whatever goes wrong, it is taken up again where it stopped: the boards show the version
/// before until nothing is missing.
final class RescoreTask {

    RescoreTask() {}

    @Produces
    @Singleton
    static Task<RescoreJob> task(Rescoring rescoring, EvaluationConfig config) {
        return Tasks.custom(RescoreJob.KIND)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(config.retryAfter(), 1.5))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    try {
                        rescoring.run(instance.getData());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    CompletionHandler<RescoreJob> done = new OnCompleteRemove<>();
                    return done;
                });
    }
}
