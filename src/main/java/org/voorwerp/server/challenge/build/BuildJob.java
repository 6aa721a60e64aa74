package org.voorwerp.server.challenge.build;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/// The work of building a pack that was sent.
///
/// @param build whose pack
record BuildJob(UUID build) {

    static final TaskDescriptor<BuildJob> KIND = TaskDescriptor.of("build-pack", BuildJob.class);
}
