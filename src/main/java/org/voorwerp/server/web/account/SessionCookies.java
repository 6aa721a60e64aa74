package org.voorwerp.server.web.account;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.stream.Stream;
import org.voorwerp.server.account.TokenAuthentication;
import org.voorwerp.server.account.signin.SignInMechanism;
import org.voorwerp.server.web.Visit;

/// The cookies by which a browser stays signed in: our own for who signed in with a token, Quarkus' for who came
/// through
/// Keycloak. A browser has one kind at a time, so that nobody acts as somebody who signed in before.
@RequestScoped
public class SessionCookies {

    private static final int SESSION_SECONDS = 14 * 24 * 60 * 60;

    private final RoutingContext request;
    private final Visit visit;

    SessionCookies(RoutingContext request, Visit visit) {
        this.request = request;
        this.visit = visit;
    }

    /// Those that begin a session that was opened with a token.
    NewCookie[] opened(String secret) {
        return Stream.concat(keycloak(), Stream.of(cookie(TokenAuthentication.COOKIE, secret, SESSION_SECONDS)))
                .toArray(NewCookie[]::new);
    }

    /// Those that end a session that was opened with a token.
    NewCookie closed() {
        return cookie(TokenAuthentication.COOKIE, "", 0);
    }

    /// Those that leave nothing of any session.
    NewCookie[] none() {
        return Stream.concat(keycloak(), Stream.of(closed())).toArray(NewCookie[]::new);
    }

    private Stream<NewCookie> keycloak() {
        return request.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(SignInMechanism.COOKIES))
                .map(name -> cookie(name, "", 0));
    }

    private NewCookie cookie(String name, String value, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(visit.isEncrypted())
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(seconds)
                .build();
    }
}
