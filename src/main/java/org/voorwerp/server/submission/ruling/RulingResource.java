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
import org.voorwerp.server.submission.SubmissionView;
import org.voorwerp.server.submission.Submissions;

/// What organisers decide about a submission.
@Path("/api/submissions/{id}")
@Tag(name = "Organising")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class RulingResource {

    private final Rulings rulings;
    private final Submissions submissions;
    private final SecurityIdentity identity;

    RulingResource(Rulings rulings, Submissions submissions, SecurityIdentity identity) {
        this.rulings = rulings;
        this.submissions = submissions;
        this.identity = identity;
    }

    /// @param reason told to everybody
    public record Disqualification(@Nullable String reason) {}

    @POST
    @Path("/disqualify")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Disqualify a submission",
            description = "For organisers: it leaves the boards, and everybody reads the reason. It is logged.")
    public SubmissionView disqualify(@PathParam("id") UUID id, @Nullable Disqualification disqualification) {
        var caller = Caller.of(identity).orElseThrow();
        rulings.disqualify(id, disqualification == null ? null : disqualification.reason(), caller);
        return submissions.view(id, caller);
    }

    @POST
    @Path("/reinstate")
    @Operation(
            summary = "Reinstate a disqualified submission",
            description = "For organisers: it is back on the boards. It is logged.")
    public SubmissionView reinstate(@PathParam("id") UUID id) {
        var caller = Caller.of(identity).orElseThrow();
        rulings.reinstate(id, caller);
        return submissions.view(id, caller);
    }
}
