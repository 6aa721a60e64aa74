package org.voorwerp.server.evaluation.suspicion;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;

/// What looks suspicious in a challenge.
@Path("/api/challenges/{slug}/suspicions")
@Tag(name = "Organising")
@Authenticated
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class SuspicionResource {

    private final Challenges challenges;
    private final Suspicions suspicions;
    private final SecurityIdentity identity;

    SuspicionResource(Challenges challenges, Suspicions suspicions, SecurityIdentity identity) {
        this.challenges = challenges;
        this.suspicions = suspicions;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Copies and probes",
            description =
                    "For organisers: submissions of different teams that predict the same, or over 99.5 % of subjects the"
                            + " same, and files that look made to read the truth from their scores: over half of the"
                            + " subjects set to one value, or under one in a hundred changed against the team's file"
                            + " before. Signs to look at, with what speaks for them; nothing is done about them.")
    public Suspicions.Found get(@PathParam("slug") String slug) {
        return suspicions.of(challenges.organised(slug, Caller.of(identity)));
    }
}
