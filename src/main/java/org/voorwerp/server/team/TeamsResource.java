package org.voorwerp.server.team;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.ListPage;
import org.voorwerp.server.team.TeamView.EventView;

/// All teams of a challenge, for its organisers.
@Path("/api/challenges/{slug}/teams")
@Tag(name = "Teams")
@Authenticated
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class TeamsResource {

    private final Challenges challenges;
    private final TeamViews views;
    private final SecurityIdentity identity;

    TeamsResource(Challenges challenges, TeamViews views, SecurityIdentity identity) {
        this.challenges = challenges;
        this.views = views;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "List the teams of a challenge",
            description = "For organisers; merged ones among them. The oldest first, `limit` at a time. The header Link"
                    + " leads to those after them.")
    public RestResponse<List<TeamEntry>> list(
            @PathParam("slug") String slug,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        var challenge = challenges.organised(slug, Caller.of(identity));
        return ListPage.of(
                views.all(challenge, after, ListPage.size(limit) + 1),
                limit,
                last -> "/api/challenges/" + challenge.slug + "/teams?after=" + last.id());
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "What happened to a team", description = "For organisers: who was in it when.")
    public List<EventView> history(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return views.history(challenges.organised(slug, Caller.of(identity)), id);
    }
}
