package org.voorwerp.server.leaderboard.finals;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.Invalid;

/// The caller's team's choice for a phase's private board.
@Path("/api/challenges/{slug}/phases/{phase}/finals")
@Tag(name = "Submissions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class FinalsResource {

    private final Challenges challenges;
    private final Finals finals;
    private final SecurityIdentity identity;

    FinalsResource(Challenges challenges, Finals finals, SecurityIdentity identity) {
        this.challenges = challenges;
        this.finals = finals;
        this.identity = identity;
    }

    /// @param chosen ids of submissions
    public record Wanted(@Nullable List<@Nullable UUID> chosen) {}

    @GET
    @Operation(summary = "My team's final choice")
    public Finals.Choice get(@PathParam("slug") String slug, @PathParam("phase") String phase) {
        return finals.of(challenges.visible(slug, Caller.of(identity)), phase, caller());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Choose for the final board",
            description =
                    "Replaces what was chosen before, until the phase ends. A team that chooses none stands by the better"
                            + " of its best submission on the public part and its latest.")
    public Finals.Choice choose(
            @PathParam("slug") String slug, @PathParam("phase") String phase, @Nullable Wanted wanted) {
        // Jackson reads null and an empty text as none.
        if (wanted == null
                || wanted.chosen() == null
                || wanted.chosen().stream().anyMatch(Objects::isNull)) {
            throw new Invalid("chosen: list the ids of the submissions, or none.");
        }
        var chosen = wanted.chosen().stream().filter(Objects::nonNull).toList();
        return finals.choose(challenges.visible(slug, Caller.of(identity)), phase, chosen, caller());
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}
