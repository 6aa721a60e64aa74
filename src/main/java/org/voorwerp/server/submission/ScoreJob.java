package org.voorwerp.server.submission;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/// A submission waits to be scored. Queued here, done by evaluation. The job's id is the submission's.
public record ScoreJob(UUID submission) {

    public static final TaskDescriptor<ScoreJob> KIND = TaskDescriptor.of("score", ScoreJob.class);
}
