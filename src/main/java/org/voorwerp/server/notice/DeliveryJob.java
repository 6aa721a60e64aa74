package org.voorwerp.server.notice;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/// A mail or a webhook's message waits to be sent.
public record DeliveryJob(UUID delivery) {

    public static final TaskDescriptor<DeliveryJob> KIND = TaskDescriptor.of("send-delivery", DeliveryJob.class);
}
