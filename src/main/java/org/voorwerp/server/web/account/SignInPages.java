package org.voorwerp.server.web.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.account.TokenAuthentication;
import org.voorwerp.server.account.Tokens;
import org.voorwerp.server.account.signin.Arrival;
import org.voorwerp.server.account.signin.EndedSessions;
import org.voorwerp.server.account.signin.SignInMechanism;
import org.voorwerp.server.account.signin.SignInMode;
import org.voorwerp.server.http.Refusal;
import org.voorwerp.server.http.SameSite;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Pages;
import org.voorwerp.server.web.Visit;

/// Signing in and out.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class SignInPages {

    /// @param begin where a sign-in through Keycloak begins; null where there is none
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInPage(
            Frame frame,
            String next,
            @Nullable String begin,
            @Nullable String fault) implements TemplateInstance {}

    /// @param end where the way out of Keycloak begins; null where nothing is left to end it by
    /// @param unreachable whether Keycloak does not answer
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignedOutPage(Frame frame, @Nullable String end, boolean unreachable) implements TemplateInstance {}

    /// Where the way out of Keycloak begins.
    private static final URI SIGNED_OUT = URI.create("/signed-out");

    private final Tokens tokens;
    private final SignInMode mode;
    private final SignInMechanism mechanism;
    private final Arrival arrival;
    private final EndedSessions ended;
    private final SessionCookies cookies;
    private final Visit visit;

    SignInPages(
            Tokens tokens,
            SignInMode mode,
            SignInMechanism mechanism,
            Arrival arrival,
            EndedSessions ended,
            SessionCookies cookies,
            Visit visit) {
        this.tokens = tokens;
        this.mode = mode;
        this.mechanism = mechanism;
        this.arrival = arrival;
        this.ended = ended;
        this.cookies = cookies;
        this.visit = visit;
    }

    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public TemplateInstance signIn(@RestQuery @Nullable String next) {
        return page(next, null);
    }

    @POST
    @Path("sign-in")
    @Needs(Scope.READ)
    @Operation(hidden = true)
    public Response signIn(@RestForm @DefaultValue("") String token, @RestForm @Nullable String next) {
        visit.mustComeFromHere();
        return tokens.openSession(token.strip())
                .map(session -> Response.seeOther(OwnPath.of(next))
                        .cookie(cookies.opened(session))
                        .build())
                .orElseGet(
                        () -> Pages.answer(
                                401,
                                page(
                                        next,
                                        "This is not a valid token. Paste it whole; it may also have expired or been revoked.")));
    }

    /// Begins a sign-in at Keycloak, and is where the browser comes back to from there.
    @GET
    @Path(SignInMechanism.BEGIN)
    @Operation(hidden = true)
    public Response keycloak(
            @RestQuery @Nullable String next,
            @RestQuery @Nullable String code,
            @RestQuery @Nullable String error,
            @CookieParam(TokenAuthentication.COOKIE) @Nullable String session) {
        mode.requireKeycloak();
        if (arrival.person().isPresent()) {
            if (session != null) {
                tokens.closeSession(session);
            }
            var onward = arrival.newcomer().isPresent() ? WelcomePages.path(next) : OwnPath.of(next);
            return Response.seeOther(onward).cookie(cookies.closed()).build();
        }
        if (arrival.isAfterTheEnd()) {
            // Keycloak would vouch by the same session again and again, until it has heard of the end, too.
            return Response.seeOther(SIGNED_OUT).build();
        }
        var fault = arrival.fault();
        if (fault.isPresent() || code != null || error != null) {
            return Pages.answer(
                    fault.map(Refusal::status).orElse(401),
                    page(next, fault.map(Refusal::getMessage).orElse("You were not signed in. Start again.")));
        }
        return Response.status(302)
                .location(mechanism.begin(visit.request()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /// Ends the session here at once. Who came through Keycloak is sent on there, so that nobody else at this
    /// computer is signed in by it again; by a page and not by a redirect, which the policy on forms does not let
    /// leave this site.
    @POST
    @Path("sign-out")
    @Consumes(MediaType.WILDCARD)
    @Needs(Scope.READ)
    @Operation(hidden = true)
    public Response signOut(@CookieParam(TokenAuthentication.COOKIE) @Nullable String session) {
        visit.mustComeFromHere();
        if (session != null) {
            tokens.closeSession(session);
        }
        var person = arrival.person();
        person.ifPresent(ended::end);
        if (arrival.fault().isPresent()) {
            return signedOut(200, null, cookies.none());
        }
        return Response.seeOther(person.isPresent() ? SIGNED_OUT : URI.create("/"))
                .cookie(person.isPresent() ? new NewCookie[] {cookies.closed()} : cookies.none())
                .build();
    }

    @GET
    @Path("signed-out")
    @Operation(hidden = true)
    public TemplateInstance signedOut() {
        return new SignedOutPage(visit.frame("Signed out", Section.ACCOUNT), SignInMechanism.END, false);
    }

    /// A page for who is signed out here, and not at Keycloak, which does not answer.
    private Response signedOut(int status, @Nullable String end, NewCookie... forgotten) {
        var page = new SignedOutPage(visit.frame("Signed out", Section.ACCOUNT), end, true);
        return Response.fromResponse(Pages.answer(status, page))
                .cookie(forgotten)
                .build();
    }

    /// Reached by who has no session at Keycloak any more, and while Keycloak does not answer; the others are
    /// redirected there before.
    @GET
    @Path(SignInMechanism.END)
    @Operation(hidden = true)
    public Response ended() {
        if (arrival.fault().isPresent()) {
            return signedOut(503, SignInMechanism.END);
        }
        var onward = Response.seeOther(URI.create("/"));
        // A picture in another site's page must not sign anybody out.
        return SameSite.madeHere(visit.request())
                ? onward.cookie(cookies.none()).build()
                : onward.build();
    }

    private SignInPage page(@Nullable String next, @Nullable String fault) {
        var onward = OwnPath.of(next).toString();
        var begin = SignInMechanism.BEGIN + "?next=" + URLEncoder.encode(onward, StandardCharsets.UTF_8);
        return new SignInPage(
                visit.frame("Sign in", Section.ACCOUNT), onward, mode.throughKeycloak() ? begin : null, fault);
    }
}
