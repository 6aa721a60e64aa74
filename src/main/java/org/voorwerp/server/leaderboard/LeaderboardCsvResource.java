package org.voorwerp.server.leaderboard;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// A board as a table, under an address that ends as its file is called.
@Path("/api/challenges/{slug}/leaderboard.csv")
@Tag(name = "Leaderboard")
@RunOnVirtualThread
public class LeaderboardCsvResource {

    private final LeaderboardResource leaderboard;

    LeaderboardCsvResource(LeaderboardResource leaderboard) {
        this.leaderboard = leaderboard;
    }

    @GET
    // Without it Quarkus takes a table for what is not to be compressed, and strikes out that it is.
    @Compressed
    @Produces("text/csv")
    @Operation(
            summary = "A leaderboard as CSV",
            description = "All rows, unless `limit` asks for fewer. A board that is hidden has none.")
    public Response get(
            @PathParam("slug") String slug,
            @BeanParam BoardParameters parameters,
            Request request,
            @Context HttpHeaders headers) {
        return leaderboard.csv(slug, parameters, request, headers);
    }
}
