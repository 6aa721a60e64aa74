package org.voorwerp.server.importing;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.Scope;

/// Bringing challenges along from other platforms.
@Path("/api/imports")
@Tag(name = "Organise")
@RolesAllowed(Role.ORGANISER_NAME)
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class ImportResource {

    private final PackImports imports;
    private final SecurityIdentity identity;

    ImportResource(PackImports imports, SecurityIdentity identity) {
        this.imports = imports;
        this.identity = identity;
    }

    /// @param name of the archive; the title of what names none itself
    @POST
    @Consumes({"application/zip", "application/x-zip-compressed", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Import a challenge of another platform",
            description =
                    "A zip archive of a Codabench bundle, an EvalAI challenge or a folder as for Kaggle. A pack is made of it"
                            + " and built as a draft; the answer's Location tells how far that has come, and `report` what"
                            + " was taken over, what was assumed and should be checked, and what did not map.")
    @APIResponse(
            responseCode = "202",
            description = "A draft is being built",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportedPack.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response take(@QueryParam("name") @DefaultValue("") String name, InputStream archive) {
        var taken = imports.take(Caller.of(identity).orElseThrow(), name, archive);
        return Response.accepted(taken)
                .location(URI.create("/api/builds/" + taken.build().id()))
                .build();
    }
}
