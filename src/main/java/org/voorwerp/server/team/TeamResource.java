package org.voorwerp.server.team;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.entry.InvitationLinks.NewInvitation;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.team.TeamView.EventView;

/// One's own team in a challenge.
@Path("/api/challenges/{slug}/team")
@Tag(name = "Teams")
@Authenticated
@RunOnVirtualThread
public class TeamResource {

    /// What a new team is to be called.
    public record NewTeam(@Nullable String name) {}

    /// What is to change; what is left out stays.
    ///
    /// @param captain the handle of the member who decides from now on
    public record TeamChange(
            @Nullable String name, @Nullable String captain) {}

    /// The secret of an invitation, or the end of its link.
    public record Joining(@Nullable String invitation) {}

    /// The name of the team that is asked to become part of the caller's.
    public record Proposal(@Nullable String team) {}

    private final Challenges challenges;
    private final TeamViews views;
    private final Membership membership;
    private final Invitations invitations;
    private final Mergers mergers;
    private final SecurityIdentity identity;

    TeamResource(
            Challenges challenges,
            TeamViews views,
            Membership membership,
            Invitations invitations,
            Mergers mergers,
            SecurityIdentity identity) {
        this.challenges = challenges;
        this.views = views;
        this.membership = membership;
        this.invitations = invitations;
        this.mergers = mergers;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "My team", description = "With members, links and proposals that wait for an answer.")
    public TeamView get(@PathParam("slug") String slug) {
        return views.get(challenge(slug), caller());
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Make a team", description = "Otherwise one's first submission makes it, named by the handle.")
    public TeamView make(@PathParam("slug") String slug, @Nullable NewTeam team) {
        var challenge = challenge(slug);
        membership.make(challenge, caller(), team == null ? null : team.name());
        return views.get(challenge, caller());
    }

    @PATCH
    @Operation(summary = "Rename the team, or hand it over", description = "For its captain.")
    public TeamView change(@PathParam("slug") String slug, @Nullable TeamChange change) {
        var challenge = challenge(slug);
        if (change == null || (change.name() == null && change.captain() == null)) {
            throw new Invalid("Send what is to change, as in {\"name\": \"Voorwerpjes\"} or {\"captain\": \"hanny\"}.");
        }
        if (change.name() != null) {
            membership.rename(challenge, caller(), change.name());
        }
        if (change.captain() != null) {
            membership.handOver(challenge, caller(), change.captain());
        }
        return views.get(challenge, caller());
    }

    @POST
    @Path("leave")
    @Operation(
            summary = "Leave the team",
            description = "What it has sent stays with it. One has a team of one's own from then on, which has used of"
                    + " its quota what the old one has. The captain's place falls to the longest member.")
    public TeamView leave(@PathParam("slug") String slug) {
        var challenge = challenge(slug);
        membership.leave(challenge, caller());
        return views.get(challenge, caller());
    }

    @GET
    @Path("history")
    @Operation(summary = "What happened to my team", description = "Who was in it when, the first thing first.")
    public List<EventView> history(@PathParam("slug") String slug) {
        return views.history(challenge(slug), caller());
    }

    @POST
    @Path("invitations")
    @Operation(
            summary = "Invite people by a link",
            description =
                    "For the captain. The answer holds the link's secret, shown this once; it is valid for seven days.")
    @APIResponse(
            responseCode = "201",
            description = "The link",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewInvitation.class)))
    public Response invite(@PathParam("slug") String slug) {
        var secretsAreNotCached = new CacheControl();
        secretsAreNotCached.setNoStore(true);
        return Response.status(201)
                .entity(invitations.invite(challenge(slug), caller()))
                .cacheControl(secretsAreNotCached)
                .build();
    }

    @DELETE
    @Path("invitations/{id}")
    @ResponseStatus(204)
    @Operation(summary = "Revoke a link", description = "For the captain.")
    public void revoke(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        invitations.revoke(challenge(slug), caller(), id);
    }

    @POST
    @Path("join")
    @Operation(
            summary = "Join a team by its link",
            description = "Who is alone in a team brings it along, with what it has sent and used.")
    public TeamView join(@PathParam("slug") String slug, @Nullable Joining joining) {
        var challenge = challenge(slug);
        if (joining == null || joining.invitation() == null) {
            throw new Invalid("Send the invitation, as in {\"invitation\": \"vwi_…\"}.");
        }
        invitations.join(challenge, caller(), joining.invitation());
        return views.get(challenge, caller());
    }

    @POST
    @Path("mergers")
    @ResponseStatus(201)
    @Operation(
            summary = "Propose a merger",
            description = "For the captain. If the other team's captain accepts, it becomes part of this one.")
    public TeamView propose(@PathParam("slug") String slug, @Nullable Proposal proposal) {
        var challenge = challenge(slug);
        if (proposal == null || proposal.team() == null) {
            throw new Invalid("Send the name of the other team, as in {\"team\": \"Voorwerpjes\"}.");
        }
        mergers.propose(challenge, caller(), proposal.team());
        return views.get(challenge, caller());
    }

    @POST
    @Path("mergers/{id}/accept")
    @Operation(
            summary = "Accept a merger",
            description = "For the captain of the team that was asked. What both have used so far must fit the quota.")
    public TeamView accept(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        var challenge = challenge(slug);
        mergers.accept(challenge, caller(), id);
        return views.get(challenge, caller());
    }

    @DELETE
    @Path("mergers/{id}")
    @ResponseStatus(204)
    @Operation(summary = "Withdraw or decline a merger", description = "For the captain of either team.")
    public void refuse(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        mergers.refuse(challenge(slug), caller(), id);
    }

    private Challenge challenge(String slug) {
        return challenges.visible(slug, Caller.of(identity));
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}
