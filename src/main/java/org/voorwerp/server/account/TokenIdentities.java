package org.voorwerp.server.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.voorwerp.server.account.TokenAuthentication.SecretRequest;

/// Turns a valid secret into an identity, by a look into the database at every request: a revoked token is dead at
/// once.
@ApplicationScoped
public class TokenIdentities implements IdentityProvider<SecretRequest> {

    private final Tokens tokens;

    TokenIdentities(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<SecretRequest> getRequestType() {
        return SecretRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SecretRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(
                () -> identity(tokens.authenticate(request.secret()).orElseThrow(AuthenticationFailedException::new)));
    }

    /// The identity of somebody who is known.
    public static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(caller)
                .addRoles(caller.acting().included())
                .build();
    }
}
