package org.voorwerp.server.submission.ruling;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.submission.ruling.RulingResource.Disqualification;

/// What organisers decide about a team.
@Path("/api/challenges/{slug}/teams/{id}/disqualify")
@Tag(name = "Organising")
@Authenticated
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class TeamRulingResource {

    private final Challenges challenges;
    private final Rulings rulings;
    private final SecurityIdentity identity;

    TeamRulingResource(Challenges challenges, Rulings rulings, SecurityIdentity identity) {
        this.challenges = challenges;
        this.rulings = rulings;
        this.identity = identity;
    }

    /// @param disqualified how many submissions left the boards
    public record Ruling(int disqualified) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Disqualify a team",
            description =
                    "For organisers: all that the team has on the boards leaves them, for a reason that everybody reads. It"
                            + " is logged. Each submission can be reinstated.")
    public Ruling disqualify(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Nullable Disqualification disqualification) {
        var caller = Caller.of(identity);
        var challenge = challenges.organised(slug, caller);
        var reason = disqualification == null ? null : disqualification.reason();
        return new Ruling(rulings.disqualifyTeam(challenge, id, reason, caller.orElseThrow()));
    }
}
