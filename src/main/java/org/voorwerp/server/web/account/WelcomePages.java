package org.voorwerp.server.web.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.NewToken;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.account.Tokens;
import org.voorwerp.server.account.signin.Arrival;
import org.voorwerp.server.account.signin.Identities;
import org.voorwerp.server.account.signin.KeycloakPerson;
import org.voorwerp.server.account.signin.Registration;
import org.voorwerp.server.account.signin.SignInMode;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Pages;
import org.voorwerp.server.web.Visit;

/// Getting a handle: with a form of this server, or, for who comes through Keycloak, after that.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class WelcomePages {

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RegisterPage(
            Frame frame, String handle, @Nullable Fault fault) implements TemplateInstance {}

    /// @param handle to propose
    /// @param next where to go afterwards
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WelcomePage(
            Frame frame,
            String handle,
            String next,
            @Nullable Fault handleFault,
            @Nullable Fault tokenFault) implements TemplateInstance {}

    private final Registration registration;
    private final Identities identities;
    private final Arrival arrival;
    private final SignInMode mode;
    private final Tokens tokens;
    private final SessionCookies cookies;
    private final Visit visit;

    WelcomePages(
            Registration registration,
            Identities identities,
            Arrival arrival,
            SignInMode mode,
            Tokens tokens,
            SessionCookies cookies,
            Visit visit) {
        this.registration = registration;
        this.identities = identities;
        this.arrival = arrival;
        this.mode = mode;
        this.tokens = tokens;
        this.cookies = cookies;
        this.visit = visit;
    }

    static URI path(@Nullable String next) {
        return URI.create("/welcome?next=" + URLEncoder.encode(OwnPath.of(next).toString(), StandardCharsets.UTF_8));
    }

    @GET
    @Path("register")
    @Operation(hidden = true)
    public Response register() {
        return mode.throughKeycloak()
                ? Forms.to("/sign-in")
                : Pages.answer(200, new RegisterPage(visit.frame("Register", Section.ACCOUNT), "", null));
    }

    @POST
    @Path("register")
    @Needs(Scope.READ)
    @Operation(hidden = true)
    public Response register(@RestForm @DefaultValue("") String handle) {
        visit.mustComeFromHere();
        var wanted = handle.strip();
        return Forms.answered(
                () -> {
                    var token = registration.register(wanted);
                    var session = tokens.openSession(token.secret()).orElseThrow();
                    return Response.fromResponse(Pages.answer(201, welcome(token)))
                            .cookie(cookies.opened(session))
                            .build();
                },
                fault -> new RegisterPage(visit.frame("Register", Section.ACCOUNT), wanted, fault));
    }

    @GET
    @Path("welcome")
    @Operation(hidden = true)
    public Response welcome(@RestQuery @Nullable String next) {
        mode.requireKeycloak();
        return arrival.newcomer()
                .map(person -> Pages.answer(200, page(proposal(person), next, null, null)))
                .orElseGet(
                        () -> Response.seeOther(visit.caller().isPresent() ? OwnPath.of(next) : URI.create("/sign-in"))
                                .build());
    }

    @POST
    @Path("welcome")
    @Needs(Scope.READ)
    @Operation(hidden = true)
    public Response choose(@RestForm @DefaultValue("") String handle, @RestForm @Nullable String next) {
        var wanted = handle.strip();
        return chosen(next, person -> identities.register(person, wanted), fault -> page(wanted, next, fault, null));
    }

    @POST
    @Path("welcome/account")
    @Needs(Scope.READ)
    @Operation(hidden = true)
    public Response adopt(@RestForm @DefaultValue("") String token, @RestForm @Nullable String next) {
        return chosen(next, person -> identities.adopt(person, token.strip()), fault -> page("", next, null, fault));
    }

    /// @param choice how somebody just signed in gets a handle
    /// @param again the page with why that failed
    private Response chosen(
            @Nullable String next, Consumer<KeycloakPerson> choice, Function<Fault, WelcomePage> again) {
        mode.requireKeycloak();
        visit.mustComeFromHere();
        var person = arrival.newcomer();
        if (person.isEmpty()) {
            return Forms.to("/sign-in");
        }
        return Forms.answered(
                () -> {
                    choice.accept(person.get());
                    return Response.seeOther(OwnPath.of(next)).build();
                },
                again);
    }

    private WelcomePage page(
            String handle, @Nullable String next, @Nullable Fault handleFault, @Nullable Fault tokenFault) {
        return new WelcomePage(
                visit.frame("Welcome", Section.ACCOUNT),
                handle,
                OwnPath.of(next).toString(),
                handleFault,
                tokenFault);
    }

    private TokenPage welcome(NewToken token) {
        // The request that registers is still a stranger's.
        return TokenPage.of(visit.frame("Welcome", Section.ACCOUNT).of(token.handle()), token, true);
    }

    /// The name at Keycloak without what no handle has, e.g. of an address the part before the host.
    private static String proposal(KeycloakPerson person) {
        var name = person.name().replaceFirst("@.*", "").replaceAll("[^A-Za-z0-9._-]", "");
        return name.replaceAll("^[._-]+", "").replaceAll("(?<=.{40}).*", "").replaceAll("[._-]+$", "");
    }
}
