package org.voorwerp.server.notice.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "voorwerp.webhooks")
public interface WebhookConfig {

    /// Whether messages may go to loopback, private and link-local addresses: only where all who may sign in are
    /// trusted
    /// with whatever this server can reach.
    @WithDefault("false")
    boolean allowPrivate();

    /// How often a message, or a mail, is tried to be sent.
    @WithDefault("7")
    int attempts();

    /// How long to wait before the second attempt; four times as long before the third, and so on.
    @WithDefault("30s")
    Duration retryAfter();

    /// How long a receiver may take to answer, connecting included.
    @WithDefault("10s")
    Duration timeout();
}
