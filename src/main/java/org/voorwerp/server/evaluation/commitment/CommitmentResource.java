package org.voorwerp.server.evaluation.commitment;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.NotFound;

/// What a challenge is bound to.
@Path("/api/challenges/{slug}/commitment")
@Tag(name = "Challenges")
@RunOnVirtualThread
public class CommitmentResource {

    private final Challenges challenges;
    private final Commitments commitments;
    private final SecurityIdentity identity;

    CommitmentResource(Challenges challenges, Commitments commitments, SecurityIdentity identity) {
        this.challenges = challenges;
        this.commitments = commitments;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What truth and split are bound to",
            description =
                    "SHA-256 of a secret salt followed by truth.csv, and by split.csv, as they were when the challenge was"
                            + " built. The salt is told when the last phase has ended; `./voorwerp verify-commitment`"
                            + " then checks files against it.")
    public Commitment get(@PathParam("slug") String slug) {
        return commitments
                .of(challenges.visible(slug, Caller.of(identity)))
                .orElseThrow(() -> new NotFound("The challenge was built before there were commitments."));
    }

    @GET
    @Path("{file}")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Produces("text/csv")
    @Operation(
            summary = "Truth or split as it was bound",
            description =
                    "For organisers, when the last phase has ended: truth.csv or split.csv, to be handed on so that others"
                            + " can verify the commitment.")
    public Response file(@PathParam("slug") String slug, @PathParam("file") String file) {
        var caller = Caller.of(identity);
        commitments.over(slug, file, caller);
        StreamingOutput content = out -> commitments.write(slug, file, caller, out);
        return Response.ok(content)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
