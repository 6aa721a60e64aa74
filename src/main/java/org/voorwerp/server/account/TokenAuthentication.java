package org.voorwerp.server.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.SameSite;

/// Recognises our own tokens: in `Authorization: Bearer vw_…`, or in a browser's session cookie. Other bearer tokens
/// are
/// left to OpenID Connect.
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanism {

    /// The cookie of a browser's session. A prefix `__Host-` would demand HTTPS, which a laptop does not have.
    public static final String COOKIE = "voorwerp_session";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var bearer = bearer(request);
        if (bearer != null) {
            return identities.authenticate(new SecretRequest(bearer));
        }
        var cookie = request.request().getCookie(COOKIE);
        if (cookie != null && SameSite.maySpeak(request)) {
            return identities
                    .authenticate(new SecretRequest(cookie.getValue()))
                    // An expired session is no session, not an error.
                    .onFailure(AuthenticationFailedException.class)
                    .recoverWithNull();
        }
        return Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"voorwerp\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SecretRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer", "voorwerp"));
    }

    private static @Nullable String bearer(RoutingContext request) {
        var header = request.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return null;
        }
        var token = header.substring(7).strip();
        return token.startsWith(Secret.PREFIX) ? token : null;
    }

    /// Asks who a secret belongs to.
    static final class SecretRequest extends BaseAuthenticationRequest {

        private final String secret;

        SecretRequest(String secret) {
            this.secret = secret;
        }

        String secret() {
            return secret;
        }
    }
}
