package org.voorwerp.server.account;

import io.quarkus.security.identity.SecurityIdentity;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

/// Who makes a request.
public record Caller(UUID account, String handle, Role role) implements Principal {

    @Override
    public String getName() {
        return handle;
    }

    public boolean mayOrganise() {
        return role.compareTo(Role.ORGANISER) >= 0;
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /// The caller behind an identity, or empty for an anonymous one.
    public static Optional<Caller> of(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }
}
