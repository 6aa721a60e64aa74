package org.voorwerp.server.evaluation;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.submission.Submissions;

/// Where a submission went wrong, for its team and for the challenge's organisers.
@Path("/api/submissions/{id}/diagnostics")
@Tag(name = "Submissions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class DiagnosticResource {

    private final Submissions submissions;
    private final Challenges challenges;
    private final Diagnostics diagnostics;
    private final SecurityIdentity identity;

    DiagnosticResource(
            Submissions submissions, Challenges challenges, Diagnostics diagnostics, SecurityIdentity identity) {
        this.submissions = submissions;
        this.challenges = challenges;
        this.diagnostics = diagnostics;
        this.identity = identity;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            summary = "Where a submission went wrong",
            description =
                    "Confusion matrix, report by class and reliability curves, on the public part of the truth, as far as"
                            + " the challenge lets them out to the caller now (`diagnostics` in challenge.yaml, and never"
                            + " before the board tells the scores); `told` says whether it does. And what the file"
                            + " predicts, column by column, which is made from the file alone.")
    public DiagnosticsView get(@PathParam("id") UUID id) {
        var caller = Caller.of(identity);
        var submission = submissions.view(id, caller.orElseThrow());
        var challenge = challenges.visible(submission.challenge(), caller);
        return DiagnosticsView.of(
                submission,
                diagnostics.isTold(challenge, submission, caller),
                diagnostics.of(challenge, submission, caller),
                submissions.profile(id, caller.orElseThrow()),
                challenge.definition.idColumn());
    }
}
