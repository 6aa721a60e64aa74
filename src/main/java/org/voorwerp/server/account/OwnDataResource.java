package org.voorwerp.server.account;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Invalid;

/// One's own data, to take along or to have removed.
@Path("/api/accounts")
@Tag(name = "Accounts")
@Authenticated
@Needs(Scope.ACCOUNT)
@RunOnVirtualThread
public class OwnDataResource {

    private static final String ZIP = "application/zip";

    /// One's own handle, so that nobody does this by a slip.
    public record DeletionRequest(@Nullable String handle) {}

    /// What scores stay under.
    public record Deleted(String pseudonym) {}

    private final OwnData data;
    private final Deletion deletion;
    private final SecurityIdentity identity;

    OwnDataResource(OwnData data, Deletion deletion, SecurityIdentity identity) {
        this.data = data;
        this.deletion = deletion;
        this.identity = identity;
    }

    @GET
    @Path("me/data")
    @Produces(ZIP)
    @Operation(
            summary = "My data",
            description = "Account, tokens without secrets, teams, entry, notices, and submissions with their files and"
                    + " scores as shown, as a zip archive.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get() {
        var person = caller();
        StreamingOutput archive = out -> data.write(person, out);
        return Response.ok(archive, ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"voorwerp-" + person.handle() + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("me/deletion")
    @Operation(
            summary = "Delete my account",
            description =
                    "For good: tokens end, personal data go, scores stay under a pseudonym, and nobody else gets the"
                            + " handle.")
    public Deleted delete(@Nullable DeletionRequest request) {
        if (request == null || request.handle() == null) {
            throw new Invalid("Send your own handle, as in {\"handle\": \"hanny\"}; this cannot be undone.");
        }
        return new Deleted(deletion.delete(caller(), request.handle()));
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}
