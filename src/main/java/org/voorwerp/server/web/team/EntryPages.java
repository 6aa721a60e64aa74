package org.voorwerp.server.web.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Organisers;
import org.voorwerp.server.challenge.Organisers.OrganiserView;
import org.voorwerp.server.entry.Admission;
import org.voorwerp.server.entry.Admission.EntrantView;
import org.voorwerp.server.entry.Entry;
import org.voorwerp.server.entry.InvitationLinks.InvitationView;
import org.voorwerp.server.entry.Terms;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Pages;
import org.voorwerp.server.web.Visit;

/// Coming into a challenge: accepting its terms, asking, opening a link; and for organisers letting people in.
@Path("/challenges/{slug}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class EntryPages {

    private static final int LISTED = 1000;

    /// @param fault why the link opens nothing; null if it does
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EntryPage(
            Frame frame,
            ChallengeHead challenge,
            String secret,
            @Nullable Fault fault) implements TemplateInstance {}

    /// @param link an invitation just made, as it is handed on; null otherwise
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeEntry(
            Frame frame,
            ChallengeHead challenge,
            List<EntrantView> entrants,
            List<InvitationView> invitations,
            List<OrganiserView> organisers,
            @Nullable String link,
            @Nullable Fault fault)
            implements TemplateInstance {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Entry entry;
    private final Terms terms;
    private final Admission admission;
    private final Organisers organisers;
    private final Visit visit;

    EntryPages(
            Challenges challenges,
            ChallengeViews views,
            Entry entry,
            Terms terms,
            Admission admission,
            Organisers organisers,
            Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.entry = entry;
        this.terms = terms;
        this.admission = admission;
        this.organisers = organisers;
        this.visit = visit;
    }

    @POST
    @Path("terms")
    @Authenticated
    @Operation(hidden = true)
    public Response accept(@PathParam("slug") String slug, @RestForm @DefaultValue("") String version) {
        terms.accept(challenges.visible(slug, visit.caller()), visit.signedIn(), version);
        return Forms.to(in(slug) + "/submit");
    }

    @POST
    @Path("entry")
    @Authenticated
    @Operation(hidden = true)
    public Response ask(@PathParam("slug") String slug, @RestForm @Nullable String message) {
        entry.request(challenges.visible(slug, visit.caller()), visit.signedIn(), message);
        return Forms.to(in(slug) + "/submit");
    }

    @GET
    @Path("enter/{secret}")
    @Operation(hidden = true)
    public Response offer(@PathParam("slug") String slug, @PathParam("secret") String secret) {
        var challenge = challenges.visible(slug, visit.caller());
        return Forms.answered(
                () -> {
                    entry.requireOpens(challenge, secret);
                    return Pages.answer(200, page(challenge, secret, null));
                },
                fault -> page(challenge, secret, fault));
    }

    @POST
    @Path("enter/{secret}")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response enter(@PathParam("slug") String slug, @PathParam("secret") String secret) {
        entry.enter(challenges.visible(slug, visit.caller()), visit.signedIn(), secret);
        return Forms.to(in(slug) + "/submit");
    }

    @GET
    @Path("entry")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Operation(hidden = true)
    public TemplateInstance desk(@PathParam("slug") String slug) {
        return desk(challenges.organised(slug, visit.caller()), null, null);
    }

    @POST
    @Path("entry/admit")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Operation(hidden = true)
    public Response admit(@PathParam("slug") String slug, @RestForm @DefaultValue("") String handle) {
        return decided(slug, challenge -> admission.admit(challenge, visit.signedIn(), handle));
    }

    @POST
    @Path("entry/refuse")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Operation(hidden = true)
    public Response refuse(
            @PathParam("slug") String slug,
            @RestForm @DefaultValue("") String handle,
            @RestForm @DefaultValue("") String reason) {
        return decided(slug, challenge -> admission.refuse(challenge, visit.signedIn(), handle, reason));
    }

    @POST
    @Path("entry/invitations")
    @Needs(Scope.ORGANISE)
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response invite(@PathParam("slug") String slug) {
        var challenge = challenges.organised(slug, visit.caller());
        return Forms.answered(
                () -> {
                    var path = admission.invite(challenge, visit.signedIn()).path();
                    return Pages.answer(201, desk(challenge, visit.origin() + path, null));
                },
                fault -> desk(challenge, null, fault));
    }

    @POST
    @Path("entry/invitations/{id}/revoke")
    @Needs(Scope.ORGANISE)
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response revoke(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return decided(slug, challenge -> admission.revoke(challenge, visit.signedIn(), id));
    }

    @POST
    @Path("organisers")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Operation(hidden = true)
    public Response askToOrganise(@PathParam("slug") String slug, @RestForm @DefaultValue("") String handle) {
        return decided(slug, challenge -> organisers.invite(challenge, visit.signedIn(), handle));
    }

    @POST
    @Path("organisers/remove")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Operation(hidden = true)
    public Response removeOrganiser(@PathParam("slug") String slug, @RestForm @DefaultValue("") String handle) {
        return decided(slug, challenge -> organisers.remove(challenge, visit.signedIn(), handle));
    }

    @POST
    @Path("organisers/acceptance")
    @Needs(Scope.ORGANISE)
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response agree(@PathParam("slug") String slug) {
        organisers.accept(slug, visit.signedIn());
        return Forms.to(in(slug));
    }

    private Response decided(String slug, Consumer<Challenge> decision) {
        var challenge = challenges.organised(slug, visit.caller());
        return Forms.answered(
                () -> {
                    decision.accept(challenge);
                    return Forms.to(in(slug) + "/entry");
                },
                fault -> desk(challenge, null, fault));
    }

    private EntryPage page(Challenge challenge, String secret, @Nullable Fault fault) {
        return new EntryPage(
                visit.frame("Invitation · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                secret,
                fault);
    }

    private ChallengeEntry desk(Challenge challenge, @Nullable String link, @Nullable Fault fault) {
        return new ChallengeEntry(
                visit.frame("Entry · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                admission.list(challenge, null, LISTED),
                admission.invitations(challenge),
                organisers.list(challenge),
                link,
                fault);
    }

    private static String in(String slug) {
        return "/challenges/" + slug;
    }
}
