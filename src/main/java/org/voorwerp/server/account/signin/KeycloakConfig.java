package org.voorwerp.server.account.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "voorwerp.keycloak")
public interface KeycloakConfig {

    /// For how long a role of Keycloak holds for tokens after Keycloak last named it, at a sign-in or a refresh. Within
    /// a
    /// browser a change takes effect at the next refresh.
    @WithDefault("P30D")
    Duration rolesHold();

    /// How many people an organiser may invite or make organisers a day.
    @WithDefault("20")
    int invitationsADay();
}
