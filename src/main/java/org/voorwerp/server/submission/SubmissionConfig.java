package org.voorwerp.server.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "voorwerp.submissions")
public interface SubmissionConfig {

    /// The largest prediction file taken, decompressed, in bytes. A challenge of few subjects takes less.
    @WithDefault("200000000")
    long maxBytes();

    /// How many prediction files are read at once on this server; each holds its predictions in memory.
    @WithDefault("32")
    int parallelUploads();

    /// How long an upload waits for its turn before it is told to come again.
    @WithDefault("20s")
    Duration uploadWait();

    /// The longest that an answer waits for the score where the client prefers to wait.
    @WithDefault("60s")
    Duration maxWait();

    /// How long an Idempotency-Key is remembered.
    @WithDefault("7d")
    Duration idempotencyKept();
}
