package org.voorwerp.server.leaderboard;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;

/// What became of the public board when the private one was opened.
@Path("/api/challenges/{slug}/leaderboard/shake-up")
@Tag(name = "Leaderboard")
@RunOnVirtualThread
public class ShakeUpResource {

    private final Leaderboards leaderboards;
    private final ShakeUps shakeUps;
    private final SecurityIdentity identity;

    ShakeUpResource(Leaderboards leaderboards, ShakeUps shakeUps, SecurityIdentity identity) {
        this.leaderboards = leaderboards;
        this.shakeUps = shakeUps;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Public against private board",
            description =
                    "Of the phase that is open or was last, unless `phase` names another: each team's two scores and"
                            + " ranks, Kendall's tau, the mean move, and how much of the spread is noise. It is told when"
                            + " everybody sees the private board.")
    public ShakeUpView get(@PathParam("slug") String slug, @QueryParam("phase") @Nullable String phase) {
        var caller = Caller.of(identity);
        var first = leaderboards.view(slug, BoardQuery.of(phase, null, null, null, null, null), caller);
        var query = BoardQuery.of(first.phase().name, "private", null, null, null, null);
        return shakeUps.of(leaderboards.view(slug, query, caller));
    }
}
