package org.voorwerp.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "voorwerp.welcome")
public interface WelcomeConfig {

    /// Whether to make an organiser's account at the first start, and to print its token and how to submit. Switch it
    /// off
    /// where the console is read by others.
    @WithDefault("true")
    boolean enabled();
}
