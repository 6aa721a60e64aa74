package org.voorwerp.server.leaderboard;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.http.NotFound;

/// A challenge's boards, for everybody who may see the challenge.
@Path("/api/challenges/{slug}/leaderboard")
@Tag(name = "Leaderboard")
@RunOnVirtualThread
public class LeaderboardResource {

    private final Leaderboards leaderboards;
    private final BoardAnswer answer;
    private final SecurityIdentity identity;

    LeaderboardResource(Leaderboards leaderboards, BoardAnswer answer, SecurityIdentity identity) {
        this.leaderboards = leaderboards;
        this.answer = answer;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A leaderboard",
            description =
                    "Of the phase that is open, unless `phase` names another. `part` is `public` or `private`; the private"
                            + " board opens to everybody at the end of its phase. `version` asks for an earlier scoring"
                            + " version. With `sort` the rows come in the order of a metric, and keep their ranks."
                            + " `limit` rows come at once, 100 unless said otherwise and at most 1000; `next` leads to"
                            + " those after them. Baselines and late submissions stand among the teams without a rank.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Board.class)))
    public Response json(
            @PathParam("slug") String slug,
            @BeanParam BoardParameters parameters,
            Request request,
            @Context HttpHeaders headers) {
        return answer.json(leaderboards.view(slug, parameters.query(), Caller.of(identity)), request, headers);
    }

    @GET
    // Without it Quarkus takes a table for what is not to be compressed, and strikes out that it is.
    @Compressed
    // For whoever asks for it; a client without wishes gets JSON.
    @Produces("text/csv;qs=0.5")
    @Operation(hidden = true)
    public Response csv(
            @PathParam("slug") String slug,
            @BeanParam BoardParameters parameters,
            Request request,
            @Context HttpHeaders headers) {
        return answer.csv(leaderboards.view(slug, parameters.whole(), Caller.of(identity)), request, headers);
    }

    @GET
    @Path("/history")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Scores over time",
            description =
                    "How each team of the board that the same parameters would give came to its score: a step for every"
                            + " submission by which it stood better than before. Only of the public part, and only where"
                            + " the board showed it at the time.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = History.class)))
    public Response history(
            @PathParam("slug") String slug,
            @BeanParam BoardParameters parameters,
            Request request,
            @Context HttpHeaders headers) {
        return answer.history(leaderboards.view(slug, parameters.query(), Caller.of(identity)), request, headers);
    }

    @GET
    @Path("/moves")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Who moved",
            description =
                    "The teams whose ranks changed when the boards turned to scoring version `version`, or to the one"
                            + " that counts: on the board that the same parameters would give, if all of it is shown.")
    @APIResponse(
            responseCode = "200",
            description = "In the order of their new ranks",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RankMoves.Move.class)))
    public Response moves(@PathParam("slug") String slug, @BeanParam BoardParameters parameters) {
        var view = leaderboards.view(slug, parameters.query(), Caller.of(identity));
        return Response.ok(leaderboards.moves(view))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("/mine")
    @Authenticated
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "My team's row",
            description = "Of the board that the same parameters would give, if the team stands there.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BoardRow.class)))
    public Response mine(@PathParam("slug") String slug, @BeanParam BoardParameters parameters) {
        var caller = Caller.of(identity).orElseThrow();
        var view = leaderboards.view(slug, parameters.query(), Caller.of(identity));
        var row = leaderboards
                .mine(view, caller)
                .orElseThrow(() -> new NotFound(
                        "Your team does not stand on this board, or it is hidden: your" + " submissions say why."));
        return Response.ok(row).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
