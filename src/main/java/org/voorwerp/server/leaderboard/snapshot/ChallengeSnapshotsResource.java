package org.voorwerp.server.leaderboard.snapshot;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.ListPage;
import org.voorwerp.server.leaderboard.BoardQuery;

/// A challenge's snapshots.
@Path("/api/challenges/{slug}/snapshots")
@Tag(name = "Leaderboard")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChallengeSnapshotsResource {

    private final Challenges challenges;
    private final Snapshots snapshots;
    private final SecurityIdentity identity;

    ChallengeSnapshotsResource(Challenges challenges, Snapshots snapshots, SecurityIdentity identity) {
        this.challenges = challenges;
        this.snapshots = snapshots;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "Snapshots of boards",
            description =
                    "Frozen to be cited, the latest first, `limit` at a time. The header Link leads to those before"
                            + " them.")
    public RestResponse<List<Snapshot.Entry>> list(
            @PathParam("slug") String slug,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return ListPage.of(
                snapshots.list(challenge, after, ListPage.size(limit) + 1),
                limit,
                last -> "/api/challenges/" + challenge.slug + "/snapshots?after=" + last.id());
    }

    @POST
    @Needs(Scope.ORGANISE)
    @Authenticated
    @ResponseStatus(201)
    @Operation(
            summary = "Freeze a board",
            description =
                    "For organisers: the board that the same parameters would give, if everybody sees all of it, gets a"
                            + " permanent address and a signature.")
    public Snapshot.Entry take(
            @PathParam("slug") String slug,
            @QueryParam("phase") @Nullable String phase,
            @QueryParam("part") @Nullable String part,
            @QueryParam("version") @Nullable Integer version) {
        return snapshots.take(slug, BoardQuery.of(phase, part, version, null, null, null), Caller.of(identity));
    }
}
