package org.voorwerp.server.leaderboard;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenges;

/// A challenge's board, for everybody who may see the challenge.
@Path("/api/challenges/{slug}/leaderboard")
@Tag(name = "Leaderboard")
@RunOnVirtualThread
public class LeaderboardResource {

    private final Challenges challenges;
    private final Leaderboards leaderboards;
    private final BoardAnswer answer;
    private final SecurityIdentity identity;

    LeaderboardResource(
            Challenges challenges, Leaderboards leaderboards, BoardAnswer answer, SecurityIdentity identity) {
        this.challenges = challenges;
        this.leaderboards = leaderboards;
        this.answer = answer;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The leaderboard",
            description = "The public part. Baselines stand in order among the teams and have no rank.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Board.class)))
    public Response json(@PathParam("slug") String slug, Request request) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return answer.json(challenge, leaderboards.board(challenge), request);
    }

    @GET
    // For whoever asks for it; a client without wishes gets JSON.
    @Produces("text/csv;qs=0.5")
    @Operation(hidden = true)
    public Response csv(@PathParam("slug") String slug, Request request) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return answer.csv(challenge, leaderboards.board(challenge), request);
    }
}
