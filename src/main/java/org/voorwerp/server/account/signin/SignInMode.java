package org.voorwerp.server.account.signin;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voorwerp.server.http.NotFound;

/// How people sign in: with Keycloak, or, where there is none, with tokens of this server alone. One jar does both;
/// which
/// it is is said at the start.
@Singleton
public class SignInMode {

    private final boolean keycloak;

    SignInMode(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean keycloak) {
        this.keycloak = keycloak;
    }

    public boolean throughKeycloak() {
        return keycloak;
    }

    /// @throws NotFound where there is no Keycloak: then there is nothing at its addresses
    public void requireKeycloak() {
        if (!keycloak) {
            throw new NotFound("This server has no Keycloak; people sign in with tokens.");
        }
    }
}
