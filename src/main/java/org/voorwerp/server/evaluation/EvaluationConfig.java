package org.voorwerp.server.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "voorwerp.evaluation")
public interface EvaluationConfig {

    /// How often a submission is tried before it fails, where scoring ends in an error of ours.
    @WithDefault("3")
    int attempts();

    /// How often scoring may begin at all, counting those times when the server died over it.
    @WithDefault("10")
    int starts();

    /// How long to wait before the second attempt; twice as long before the third, and so on.
    @WithDefault("2s")
    Duration retryAfter();

    /// How often to look for submissions that wait without a job.
    @WithDefault("60s")
    Duration reconcileEvery();
}
