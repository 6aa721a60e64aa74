package org.voorwerp.server.challenge.build;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.http.Flag;
import org.voorwerp.server.http.Invalid;

/// Sending packs.
@Path("/api/challenges")
@Tag(name = "Organise")
@RolesAllowed(Role.ORGANISER_NAME)
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class PackResource {

    /// A pack that would be built.
    public record Checked(String slug, String title) {}

    private final PackIntake intake;
    private final SecurityIdentity identity;

    PackResource(PackIntake intake, SecurityIdentity identity) {
        this.intake = intake;
        this.identity = identity;
    }

    @POST
    @Consumes({"application/zip", "application/x-zip-compressed", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Send a pack",
            description = "A zip archive. It is checked at once and built as a job: the answer's Location tells how far"
                    + " it has come. With dry-run=true it is checked only.")
    @APIResponse(
            responseCode = "202",
            description = "It will be built",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BuildView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It would be built: what dry-run=true is answered",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Checked.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response send(@QueryParam("dry-run") @Nullable Flag dryRun, InputStream archive) {
        return Flag.isSet(dryRun) ? checked(archive) : taken(archive);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response sendForm(@QueryParam("dry-run") @Nullable Flag dryRun, @RestForm("pack") @Nullable FileUpload pack)
            throws IOException {
        if (pack == null) {
            throw new Invalid("Send the zip archive as the form's field \"pack\".");
        }
        try (var archive = Files.newInputStream(pack.uploadedFile())) {
            return send(dryRun, archive);
        }
    }

    private Response taken(InputStream archive) {
        var build = intake.take(caller(), archive);
        return Response.accepted(build)
                .location(URI.create("/api/builds/" + build.id()))
                .build();
    }

    private Response checked(InputStream archive) {
        var definition = intake.check(archive);
        return Response.ok(new Checked(definition.slug(), definition.title())).build();
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}
