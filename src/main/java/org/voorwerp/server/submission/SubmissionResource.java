package org.voorwerp.server.submission;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.submission.upload.Disposition;

/// One submission, for its team and for the challenge's organisers.
@Path("/api/submissions/{id}")
@Tag(name = "Submissions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class SubmissionResource {

    private final Submissions submissions;
    private final SecurityIdentity identity;

    SubmissionResource(Submissions submissions, SecurityIdentity identity) {
        this.submissions = submissions;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "A submission", description = "Its state, and once it is scored its scores and rank.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubmissionView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Response.ok(submissions.view(id, caller()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/file")
    @Produces("text/csv")
    @Operation(summary = "What was sent", description = "The file, decompressed.")
    public Response file(@PathParam("id") UUID id) throws IOException {
        var file = submissions.file(id, caller());
        return Response.ok(file.content())
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(file.name()))
                .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header("X-Content-Type-Options", "nosniff")
                .tag(file.sha256())
                .build();
    }

    @POST
    @Path("/withdraw")
    @Operation(
            summary = "Withdraw a submission",
            description = "It leaves the board. Before it is scored this gives the quota back; after that it counts.")
    public SubmissionView withdraw(@PathParam("id") UUID id) {
        return submissions.withdraw(id, caller());
    }

    @POST
    @Path("/restore")
    @Operation(
            summary = "Restore a withdrawn submission",
            description = "It is on the board again. Possible for what was scored, while its phase is open.")
    public SubmissionView restore(@PathParam("id") UUID id) {
        return submissions.restore(id, caller());
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}
