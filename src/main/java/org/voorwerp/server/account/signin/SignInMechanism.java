package org.voorwerp.server.account.signin;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.TokenAuthentication;
import org.voorwerp.server.account.TokenIdentities;
import org.voorwerp.server.http.SameSite;

/// The one way to find out who makes a request: our own tokens and sessions first, then, where Keycloak is configured,
/// its access tokens and the session that Quarkus keeps in the browser. The exchange with Keycloak (code, state, nonce,
/// PKCE, refresh, logout) is Quarkus'; what is added here is that it concerns nothing but signing in:
///
/// * a page never redirects to Keycloak, except the one that begins a sign-in;
/// * a session does not speak for requests that other sites cause;
/// * when Keycloak is out of reach, requests go on as a stranger's, and only what needs a person says why.
@Alternative
@Priority(1)
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    /// Where a sign-in begins, and where Keycloak sends the browser back to.
    public static final String BEGIN = "/sign-in/keycloak";

    /// Where a session at Keycloak ends.
    public static final String END = "/sign-out/keycloak";

    /// Cookies in which Quarkus keeps a session.
    public static final String COOKIES = "q_session";

    private static final Logger LOG = Logger.getLogger(SignInMechanism.class);

    private final TokenAuthentication tokens;
    private final OidcAuthenticationMechanism oidc;
    private final SignInMode mode;
    private final Identities people;
    private final EndedSessions ended;
    private final KeycloakProbe probe;
    private final BlockingSecurityExecutor blocking;

    SignInMechanism(
            TokenAuthentication tokens,
            OidcAuthenticationMechanism oidc,
            SignInMode mode,
            Identities people,
            EndedSessions ended,
            KeycloakProbe probe,
            BlockingSecurityExecutor blocking) {
        this.tokens = tokens;
        this.oidc = oidc;
        this.mode = mode;
        this.people = people;
        this.ended = ended;
        this.probe = probe;
        this.blocking = blocking;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        if (!mode.throughKeycloak()) {
            return tokens.authenticate(request, identities);
        }
        if (path(request).equals(BEGIN) || path(request).equals(END)) {
            return throughKeycloak(request, identities);
        }
        return tokens.authenticate(request, identities)
                .chain(known -> known == null
                        ? throughKeycloak(request, identities)
                        : Uni.createFrom().item(known));
    }

    /// Never a redirect: who is not signed in is told so, and a person is shown where to sign in.
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return tokens.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Stream.of(tokens, oidc)
                .flatMap(mechanism -> mechanism.getCredentialTypes().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return tokens.getCredentialTransport(request);
    }

    /// Where at Keycloak a sign-in begins; state, nonce and the secret of PKCE go into a cookie.
    ///
    /// @throws SignInUnavailable if Keycloak is out of reach
    public URI begin(RoutingContext request) {
        if (probe.isDown()) {
            LOG.warn("a sign-in cannot begin: Keycloak does not answer");
            throw new SignInUnavailable();
        }
        ChallengeData challenge;
        try {
            challenge = oidc.getChallenge(request).await().indefinitely();
        } catch (RuntimeException e) {
            LOG.warnf("a sign-in cannot begin: %s", e.getMessage());
            throw new SignInUnavailable();
        }
        return challenge.getHeaders().entrySet().stream()
                .filter(header -> "location".equals(header.getKey().toString().toLowerCase(Locale.ROOT)))
                .map(header -> URI.create(header.getValue().toString()))
                .findFirst()
                .orElseThrow(SignInInterrupted::new);
    }

    private Uni<SecurityIdentity> throughKeycloak(RoutingContext request, IdentityProviderManager identities) {
        boolean bearer = request.request().getHeader("Authorization") != null;
        if (!bearer && !concernsSession(request)) {
            return Uni.createFrom().nullItem();
        }
        return leaving(request)
                .chain(() -> oidc.authenticate(request, identities))
                .chain(verified -> recognised(request, verified, bearer))
                .onFailure()
                .recoverWithUni(failure -> unrecognised(request, failure, bearer));
    }

    /// Whoever ends a session at Keycloak is sent there by Quarkus, at once: not where nobody would answer.
    private Uni<Void> leaving(RoutingContext request) {
        return path(request).equals(END)
                ? blocking.executeBlocking(() -> {
                    if (probe.isDown()) {
                        throw new SignInUnavailable();
                    }
                    return null;
                })
                : Uni.createFrom().voidItem();
    }

    private static boolean concernsSession(RoutingContext request) {
        boolean session = request.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(COOKIES));
        var path = path(request);
        if (path.equals(END)) {
            return session && SameSite.madeHere(request);
        }
        return path.equals(BEGIN) || (session && SameSite.maySpeak(request));
    }

    /// Empty where the request has none.
    private static String path(RoutingContext request) {
        return Objects.requireNonNullElse(request.request().path(), "");
    }

    private static boolean isAnswerOfKeycloak(RoutingContext request) {
        return path(request).equals(BEGIN) && request.request().getParam("state") != null;
    }

    private Uni<SecurityIdentity> recognised(
            RoutingContext request, @Nullable SecurityIdentity verified, boolean bearer) {
        if (verified == null || !(verified.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().nullItem();
        }
        if (bearer && !isAccessToken(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("not an access token"));
        }
        var person = KeycloakPerson.of(token, verified);
        return blocking.executeBlocking(() -> {
            if (ended.contains(person.session())) {
                Arrival.afterTheEnd(request);
                throw new AuthenticationFailedException("the session was ended");
            }
            var caller = people.caller(person);
            Arrival.of(request, person, caller.isEmpty());
            return caller.map(TokenIdentities::identity).orElse(null);
        });
    }

    /// An ID token is signed by the same key and meant for us, too, but it is for the browser's session alone.
    private static boolean isAccessToken(JsonWebToken token) {
        return "Bearer".equals(token.getClaim("typ"));
    }

    private static Uni<SecurityIdentity> unrecognised(RoutingContext request, Throwable failure, boolean bearer) {
        if (failure instanceof AuthenticationRedirectException) {
            return Uni.createFrom().failure(failure);
        }
        if (failure instanceof SignInUnavailable || Reach.wasLost(failure)) {
            LOG.warnf("Keycloak is out of reach: %s", failure.getMessage());
            Arrival.failed(request, new SignInUnavailable());
            return Uni.createFrom().nullItem();
        }
        if (bearer) {
            return Uni.createFrom().failure(new AuthenticationFailedException(failure));
        }
        if (isAnswerOfKeycloak(request)) {
            Arrival.failed(request, new SignInInterrupted());
        }
        // A session that is over is no session, not an error: least of all for who comes to begin another.
        LOG.debugf(failure, "no session");
        return Uni.createFrom().nullItem();
    }
}
