package org.voorwerp.server.account.signin;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Role;

/// Somebody as a valid token of Keycloak has it.
///
/// @param issuer the realm
/// @param subject who it is, for good; names and addresses change
/// @param name what the person is called there, e.g. to propose a handle
/// @param role the highest of our roles among the realm's
/// @param issuedAt when Keycloak said so
/// @param session at Keycloak; null for a token of no session
public record KeycloakPerson(
        String issuer,
        String subject,
        String name,
        Role role,
        Instant issuedAt,
        @Nullable String session) {

    /// @param token whose signature, issuer, audience and times are checked already
    /// @param verified the identity made of that token, with the realm's roles
    static KeycloakPerson of(JsonWebToken token, SecurityIdentity verified) {
        return new KeycloakPerson(
                token.getIssuer(),
                token.getSubject(),
                String.valueOf(token.<Object>getClaim("preferred_username")),
                role(verified),
                Instant.ofEpochSecond(token.getIssuedAtTime()),
                token.getClaim("sid"));
    }

    private static Role role(SecurityIdentity verified) {
        if (verified.hasRole(Role.ADMIN_NAME)) {
            return Role.ADMIN;
        }
        return verified.hasRole(Role.ORGANISER_NAME) ? Role.ORGANISER : Role.PARTICIPANT;
    }
}
