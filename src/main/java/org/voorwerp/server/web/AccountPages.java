package org.voorwerp.server.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Accounts;
import org.voorwerp.server.account.Deletion;
import org.voorwerp.server.account.NewToken;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.TokenAuthentication;
import org.voorwerp.server.account.TokenView;
import org.voorwerp.server.challenge.Organisers;
import org.voorwerp.server.challenge.Organisers.Asked;
import org.voorwerp.server.http.Refusal;
import org.voorwerp.server.notice.mail.MailAddresses;
import org.voorwerp.server.notice.mail.MailAddresses.MailView;
import org.voorwerp.server.web.Frame.Section;

/// Signing in and out, registering, one's tokens.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class AccountPages {

    private static final int SESSION_SECONDS = 14 * 24 * 60 * 60;
    /// One slash: browsers read two, or one and a backslash, as the beginning of another host.
    private static final Pattern OWN_PATH = Pattern.compile("/(?!/)(?!.*\\.\\.)[A-Za-z0-9/_.~?=&-]*");

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInPage(Frame frame, String next, @Nullable String fault) implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RegisterPage(
            Frame frame, String handle, @Nullable String fault) implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TokenPage(Frame frame, NewToken token, boolean welcome, String line) implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccountPage(
            Frame frame,
            String may,
            List<TokenView> tokens,
            List<Asked> asked,
            MailView mail,
            @Nullable String fault) implements TemplateInstance {}

    private final Accounts accounts;
    private final MailAddresses mail;
    private final Deletion deletion;
    private final Organisers organisers;
    private final Visit visit;

    AccountPages(Accounts accounts, MailAddresses mail, Deletion deletion, Organisers organisers, Visit visit) {
        this.accounts = accounts;
        this.mail = mail;
        this.deletion = deletion;
        this.organisers = organisers;
        this.visit = visit;
    }

    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public TemplateInstance signIn(@RestQuery @Nullable String next) {
        return new SignInPage(visit.frame("Sign in", Section.ACCOUNT), here(next), null);
    }

    @POST
    @Path("sign-in")
    @Operation(hidden = true)
    public Response signIn(@RestForm @Nullable String token, @RestForm @Nullable String next) {
        visit.mustComeFromHere();
        return accounts.openSession(token == null ? "" : token.strip())
                .map(session -> Response.seeOther(URI.create(here(next)))
                        .cookie(session(session, SESSION_SECONDS))
                        .build())
                .orElseGet(() -> page(
                        401,
                        new SignInPage(
                                visit.frame("Sign in", Section.ACCOUNT),
                                here(next),
                                "This is not a valid token. Paste it whole; it may also have been revoked.")));
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response signOut(@CookieParam(TokenAuthentication.COOKIE) @Nullable String session) {
        visit.mustComeFromHere();
        if (session != null) {
            accounts.closeSession(session);
        }
        return Response.seeOther(URI.create("/")).cookie(session("", 0)).build();
    }

    @GET
    @Path("register")
    @Operation(hidden = true)
    public TemplateInstance register() {
        return new RegisterPage(visit.frame("Register", Section.ACCOUNT), "", null);
    }

    @POST
    @Path("register")
    @Operation(hidden = true)
    public Response register(@RestForm @Nullable String handle) {
        visit.mustComeFromHere();
        var wanted = handle == null ? "" : handle.strip();
        try {
            var token = accounts.register(wanted, Role.PARTICIPANT);
            var session = accounts.openSession(token.secret()).orElseThrow();
            return Response.fromResponse(token(token, true))
                    .cookie(session(session, SESSION_SECONDS))
                    .build();
        } catch (Refusal refusal) {
            return page(
                    refusal.status(),
                    new RegisterPage(visit.frame("Register", Section.ACCOUNT), wanted, refusal.getMessage()));
        }
    }

    @GET
    @Path("account")
    @Authenticated
    @Operation(hidden = true)
    public TemplateInstance account() {
        return accountPage(null);
    }

    @POST
    @Path("account/tokens")
    @Authenticated
    @Operation(hidden = true)
    public Response createToken(@RestForm @Nullable String name) {
        try {
            return token(accounts.createToken(visit.signedIn().account(), name == null ? "" : name), false);
        } catch (Refusal refusal) {
            return page(refusal.status(), accountPage(refusal.getMessage()));
        }
    }

    @POST
    @Path("account/tokens/{id}/revoke")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response revoke(@PathParam("id") UUID id) {
        accounts.revoke(visit.signedIn().account(), id);
        return Response.seeOther(URI.create("/account")).build();
    }

    @POST
    @Path("account/mail")
    @Authenticated
    @Operation(hidden = true)
    public Response wantMail(@RestForm @Nullable String address) {
        try {
            mail.want(visit.signedIn().account(), address == null ? "" : address.strip(), null);
            return Response.seeOther(URI.create("/account#mail")).build();
        } catch (Refusal refusal) {
            return page(refusal.status(), accountPage(refusal.getMessage()));
        }
    }

    @POST
    @Path("account/mail/stop")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response stopMail() {
        mail.stop(visit.signedIn().account());
        return Response.seeOther(URI.create("/account#mail")).build();
    }

    @POST
    @Path("account/delete")
    @Authenticated
    @Operation(hidden = true)
    public Response delete(@RestForm @Nullable String handle) {
        try {
            deletion.delete(visit.signedIn(), handle == null ? "" : handle.strip());
            return Response.seeOther(URI.create("/")).cookie(session("", 0)).build();
        } catch (Refusal refusal) {
            return page(refusal.status(), accountPage(refusal.getMessage()));
        }
    }

    private AccountPage accountPage(@Nullable String fault) {
        var caller = visit.signedIn();
        return new AccountPage(
                visit.frame("Account", Section.ACCOUNT),
                may(caller.role()),
                accounts.tokens(caller.account()),
                organisers.asked(caller.account()),
                mail.view(caller.account()),
                fault);
    }

    private static String may(Role role) {
        return switch (role) {
            case PARTICIPANT -> "You may take part in challenges.";
            case ORGANISER -> "You may take part in challenges, and host them.";
            case ADMIN -> "You run this server: you may do everything.";
        };
    }

    private Response token(NewToken token, boolean welcome) {
        var frame = visit.frame(welcome ? "Welcome" : "New token", Section.ACCOUNT);
        // The request that registers is still a stranger's.
        var signedIn = welcome ? frame.of(token.handle()) : frame;
        return page(201, new TokenPage(signedIn, token, welcome, "export VOORWERP_TOKEN=" + token.secret()));
    }

    /// Where to go after signing in: a path of ours, whatever the link said.
    private static String here(@Nullable String next) {
        return next != null && OWN_PATH.matcher(next).matches() ? next : "/";
    }

    private NewCookie session(String secret, int seconds) {
        return new NewCookie.Builder(TokenAuthentication.COOKIE)
                .value(secret)
                .path("/")
                .httpOnly(true)
                .secure(visit.isEncrypted())
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(seconds)
                .build();
    }

    /// Never kept by caches: it may show a secret, and is about one person.
    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
