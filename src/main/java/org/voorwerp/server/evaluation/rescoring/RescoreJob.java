package org.voorwerp.server.evaluation.rescoring;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/// The work of scoring a challenge's submissions again.
record RescoreJob(UUID challenge, int version) {

    static final TaskDescriptor<RescoreJob> KIND = TaskDescriptor.of("rescore", RescoreJob.class);

    String id() {
        return challenge + " " + version;
    }
}
