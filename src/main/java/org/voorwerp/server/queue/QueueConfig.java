package org.voorwerp.server.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "voorwerp.queue")
public interface QueueConfig {

    /// How many jobs run at once on this server.
    @WithDefault("2")
    int threads();

    /// How many mails and webhooks' messages are sent at once by this server.
    @WithDefault("4")
    int sendingThreads();

    /// How often to look for jobs that other servers queued; one's own start at once.
    @WithDefault("2s")
    Duration pollingInterval();

    /// How often a worker says that it is alive; after four misses its job is given to another.
    @WithDefault("15s")
    Duration heartbeatInterval();

    /// How long a stopping server waits for its running jobs.
    @WithDefault("15s")
    Duration shutdownWait();
}
