package org.voorwerp.server.web.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Deletion;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.account.TokenView;
import org.voorwerp.server.account.Tokens;
import org.voorwerp.server.account.signin.SignInMode;
import org.voorwerp.server.challenge.Organisers;
import org.voorwerp.server.challenge.Organisers.Asked;
import org.voorwerp.server.notice.mail.MailAddresses;
import org.voorwerp.server.notice.mail.MailAddresses.MailView;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Pages;
import org.voorwerp.server.web.Visit;

/// One's account: tokens, mail, data.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class AccountPages {

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccountPage(
            Frame frame,
            String may,
            boolean keycloak,
            List<TokenView> tokens,
            List<Asked> asked,
            MailView mail,
            @Nullable Fault fault)
            implements TemplateInstance {}

    private final Tokens tokens;
    private final SignInMode mode;
    private final MailAddresses mail;
    private final Deletion deletion;
    private final Organisers organisers;
    private final SessionCookies cookies;
    private final Clock clock;
    private final Visit visit;

    AccountPages(
            Tokens tokens,
            SignInMode mode,
            MailAddresses mail,
            Deletion deletion,
            Organisers organisers,
            SessionCookies cookies,
            Clock clock,
            Visit visit) {
        this.tokens = tokens;
        this.mode = mode;
        this.cookies = cookies;
        this.clock = clock;
        this.mail = mail;
        this.deletion = deletion;
        this.organisers = organisers;
        this.visit = visit;
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
    @Needs(Scope.ACCOUNT)
    @Authenticated
    @Operation(hidden = true)
    public Response createToken(@BeanParam TokenForm form) {
        return Forms.answered(
                () -> {
                    var token = tokens.create(visit.signedIn(), form.wanted(clock.instant()));
                    return Pages.answer(201, TokenPage.of(visit.frame("New token", Section.ACCOUNT), token, false));
                },
                this::accountPage);
    }

    @POST
    @Path("account/tokens/{id}/revoke")
    @Needs(Scope.ACCOUNT)
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response revoke(@PathParam("id") UUID id) {
        tokens.revoke(visit.signedIn().account(), id);
        return Forms.to("/account");
    }

    @POST
    @Path("account/mail")
    @Needs(Scope.ACCOUNT)
    @Authenticated
    @Operation(hidden = true)
    public Response wantMail(@RestForm @DefaultValue("") String address) {
        return Forms.answered(
                () -> {
                    mail.want(visit.signedIn().account(), address.strip(), null);
                    return Forms.to("/account#mail");
                },
                this::accountPage);
    }

    @POST
    @Path("account/mail/stop")
    @Needs(Scope.ACCOUNT)
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response stopMail() {
        mail.stop(visit.signedIn().account());
        return Forms.to("/account#mail");
    }

    @POST
    @Path("account/delete")
    @Needs(Scope.ACCOUNT)
    @Authenticated
    @Operation(hidden = true)
    public Response delete(@RestForm @DefaultValue("") String handle) {
        return Forms.answered(
                () -> {
                    deletion.delete(visit.signedIn(), handle.strip());
                    return Response.seeOther(URI.create("/"))
                            .cookie(cookies.none())
                            .build();
                },
                this::accountPage);
    }

    private AccountPage accountPage(@Nullable Fault fault) {
        var caller = visit.signedIn();
        return new AccountPage(
                visit.frame("Account", Section.ACCOUNT),
                may(caller),
                mode.throughKeycloak(),
                tokens.list(caller.account()),
                organisers.asked(caller.account()),
                mail.view(caller.account()),
                fault);
    }

    private static String may(Caller caller) {
        return switch (caller.role()) {
            case PARTICIPANT -> "You may take part in challenges.";
            case ORGANISER -> "You may take part in challenges, and host them.";
            case ADMIN -> "You run this server: you may do everything.";
        };
    }
}
