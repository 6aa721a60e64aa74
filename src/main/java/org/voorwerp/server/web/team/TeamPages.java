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
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.team.Invitations;
import org.voorwerp.server.team.Invitations.Offer;
import org.voorwerp.server.team.Membership;
import org.voorwerp.server.team.Mergers;
import org.voorwerp.server.team.TeamView;
import org.voorwerp.server.team.TeamView.EventView;
import org.voorwerp.server.team.TeamViews;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Pages;
import org.voorwerp.server.web.Visit;

/// One's own team in a challenge, and joining one by its link.
@Path("/challenges/{slug}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class TeamPages {

    /// @param team null where the reader has none yet
    /// @param captain whether the reader decides for it
    /// @param link an invitation just made, as it is handed on; null otherwise
    /// @param fault why what was asked for was refused; null if nothing was
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeTeam(
            Frame frame,
            ChallengeHead challenge,
            @Nullable TeamView team,
            boolean captain,
            int limit,
            List<EventView> history,
            @Nullable String link,
            @Nullable Fault fault)
            implements TemplateInstance {}

    /// @param offer null where the link opens nothing
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record JoinPage(
            Frame frame,
            ChallengeHead challenge,
            String secret,
            @Nullable Offer offer,
            @Nullable Fault fault) implements TemplateInstance {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final TeamViews teams;
    private final Membership membership;
    private final Invitations invitations;
    private final Mergers mergers;
    private final Visit visit;

    TeamPages(
            Challenges challenges,
            ChallengeViews views,
            TeamViews teams,
            Membership membership,
            Invitations invitations,
            Mergers mergers,
            Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.teams = teams;
        this.membership = membership;
        this.invitations = invitations;
        this.mergers = mergers;
        this.visit = visit;
    }

    @GET
    @Path("team")
    @Authenticated
    @Operation(hidden = true)
    public TemplateInstance team(@PathParam("slug") String slug) {
        return page(challenge(slug), null, null);
    }

    @POST
    @Path("team")
    @Authenticated
    @Operation(hidden = true)
    public Response make(@PathParam("slug") String slug, @RestForm @Nullable String name) {
        return changed(slug, challenge -> membership.make(challenge, visit.signedIn(), given(name)));
    }

    @POST
    @Path("team/name")
    @Authenticated
    @Operation(hidden = true)
    public Response rename(@PathParam("slug") String slug, @RestForm @DefaultValue("") String name) {
        return changed(slug, challenge -> membership.rename(challenge, visit.signedIn(), name));
    }

    @POST
    @Path("team/captain")
    @Authenticated
    @Operation(hidden = true)
    public Response handOver(@PathParam("slug") String slug, @RestForm @DefaultValue("") String captain) {
        return changed(slug, challenge -> membership.handOver(challenge, visit.signedIn(), captain));
    }

    @POST
    @Path("team/leave")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response leave(@PathParam("slug") String slug) {
        return changed(slug, challenge -> membership.leave(challenge, visit.signedIn()));
    }

    /// The link is shown by the answer itself: it is not to be had again.
    @POST
    @Path("team/invitations")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response invite(@PathParam("slug") String slug) {
        var challenge = challenge(slug);
        return Forms.answered(
                () -> {
                    var path = invitations.invite(challenge, visit.signedIn()).path();
                    return Pages.answer(201, page(challenge, visit.origin() + path, null));
                },
                fault -> page(challenge, null, fault));
    }

    @POST
    @Path("team/invitations/{id}/revoke")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response revoke(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return changed(slug, challenge -> invitations.revoke(challenge, visit.signedIn(), id));
    }

    @POST
    @Path("team/mergers")
    @Authenticated
    @Operation(hidden = true)
    public Response propose(@PathParam("slug") String slug, @RestForm @DefaultValue("") String team) {
        return changed(slug, challenge -> mergers.propose(challenge, visit.signedIn(), team));
    }

    @POST
    @Path("team/mergers/{id}/accept")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response accept(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return changed(slug, challenge -> mergers.accept(challenge, visit.signedIn(), id));
    }

    @POST
    @Path("team/mergers/{id}/refuse")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response refuse(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return changed(slug, challenge -> mergers.refuse(challenge, visit.signedIn(), id));
    }

    @GET
    @Path("join/{secret}")
    @Operation(hidden = true)
    public Response offer(@PathParam("slug") String slug, @PathParam("secret") String secret) {
        var challenge = challenge(slug);
        return Forms.answered(
                () -> Pages.answer(200, page(challenge, secret, invitations.offer(challenge, secret), null)),
                fault -> page(challenge, secret, null, fault));
    }

    @POST
    @Path("join/{secret}")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response join(@PathParam("slug") String slug, @PathParam("secret") String secret) {
        var challenge = challenge(slug);
        return Forms.answered(
                () -> {
                    invitations.join(challenge, visit.signedIn(), secret);
                    return Forms.to(team(challenge));
                },
                fault -> page(challenge, secret, offered(challenge, secret), fault));
    }

    private Response changed(String slug, Consumer<Challenge> change) {
        var challenge = challenge(slug);
        return Forms.answered(
                () -> {
                    change.accept(challenge);
                    return Forms.to(team(challenge));
                },
                fault -> page(challenge, null, fault));
    }

    /// @param offer null where the link opens nothing
    private JoinPage page(Challenge challenge, String secret, @Nullable Offer offer, @Nullable Fault fault) {
        return new JoinPage(
                visit.frame("Join a team · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                secret,
                offer,
                fault);
    }

    private @Nullable Offer offered(Challenge challenge, String secret) {
        try {
            return invitations.offer(challenge, secret);
        } catch (NotFound none) {
            return null;
        }
    }

    private ChallengeTeam page(Challenge challenge, @Nullable String link, @Nullable Fault fault) {
        var caller = visit.signedIn();
        var team = teams.find(challenge, caller);
        return new ChallengeTeam(
                visit.frame("Team · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                team.orElse(null),
                team.filter(t -> t.captain().equals(caller.handle())).isPresent(),
                challenge.definition.teamRules().limit(),
                team.isPresent() ? teams.history(challenge, caller) : List.of(),
                link,
                fault);
    }

    private Challenge challenge(String slug) {
        return challenges.visible(slug, visit.caller());
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String team(Challenge challenge) {
        return "/challenges/" + challenge.slug + "/team";
    }
}
