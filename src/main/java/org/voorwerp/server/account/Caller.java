package org.voorwerp.server.account;

import io.quarkus.security.identity.SecurityIdentity;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who makes a request, and what for.
///
/// @param role of the person
/// @param scopes what the token at hand may be used for; all of them for who has signed in
/// @param token the token at hand, or that with which the session was opened; null for who came through Keycloak
public record Caller(
        UUID account,
        String handle,
        Role role,
        Set<Scope> scopes,
        @Nullable UUID token) implements Principal {

    /// Somebody who has signed in.
    public Caller(UUID account, String handle, Role role) {
        this(account, handle, role, Scope.ALL, null);
    }

    @Override
    public String getName() {
        return handle;
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    public boolean mayOrganise() {
        return acting().compareTo(Role.ORGANISER) >= 0;
    }

    public boolean isAdmin() {
        return acting() == Role.ADMIN;
    }

    /// What the person may do with this token: one that is not for organising makes a participant of everybody.
    Role acting() {
        return may(Scope.ORGANISE) ? role : Role.PARTICIPANT;
    }

    /// The caller behind an identity, or empty for an anonymous one.
    public static Optional<Caller> of(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }
}
