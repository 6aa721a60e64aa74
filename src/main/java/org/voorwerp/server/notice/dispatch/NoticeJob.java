package org.voorwerp.server.notice.dispatch;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/// Something happened of which people are to be told; queued in the transaction in which it happens.
///
/// @param kind a [NoticeKind]'s word
/// @param subject the submission, phase or announcement; for terms the challenge
/// @param occasion the same for the same happening, so that nobody is told twice
record NoticeJob(String kind, UUID challenge, UUID subject, String occasion) {

    static final TaskDescriptor<NoticeJob> KIND = TaskDescriptor.of("send-notices", NoticeJob.class);
}
