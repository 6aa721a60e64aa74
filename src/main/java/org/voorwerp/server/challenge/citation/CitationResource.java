package org.voorwerp.server.challenge.citation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenges;

/// A challenge's dataset described for machines.
@Path("/api/challenges/{slug}")
@Tag(name = "Data")
@RunOnVirtualThread
public class CitationResource {

    private static final String DATA_CITE = "application/vnd.datacite.datacite+json";

    private final Challenges challenges;
    private final SecurityIdentity identity;

    CitationResource(Challenges challenges, SecurityIdentity identity) {
        this.challenges = challenges;
        this.identity = identity;
    }

    @GET
    @Path("croissant.json")
    @Produces(Croissant.MEDIA_TYPE)
    @Operation(
            summary = "The dataset in Croissant 1.0",
            description =
                    "JSON-LD: files with their hashes, record sets with the fields and types of tables and images.")
    @APIResponse(
            responseCode = "200",
            description = "JSON-LD",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response croissant(@PathParam("slug") String slug, @Context UriInfo uri) {
        return answer(Croissant.of(described(slug, uri)));
    }

    @GET
    @Path("datacite.json")
    @Produces(DATA_CITE)
    @Operation(
            summary = "The dataset's metadata for DataCite",
            description = "As its API takes them to register a DOI.")
    @APIResponse(
            responseCode = "200",
            description = "DataCite's JSON, schema 4",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response dataCite(@PathParam("slug") String slug, @Context UriInfo uri) {
        return answer(Citations.dataCite(described(slug, uri)));
    }

    @GET
    @Path("CITATION.cff")
    @Produces("application/yaml")
    @Operation(summary = "How to cite the dataset", description = "In the Citation File Format, which is YAML.")
    @APIResponse(
            responseCode = "200",
            description = "CFF 1.2.0",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response citationFile(@PathParam("slug") String slug, @Context UriInfo uri) {
        return answer(Citations.citationFile(described(slug, uri)));
    }

    private Described described(String slug, UriInfo uri) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return Described.of(challenge, uri.getBaseUri().toString().replaceFirst("/+$", ""));
    }

    private static Response answer(ObjectNode document) {
        return answer(document.toPrettyString());
    }

    private static Response answer(String text) {
        return Response.ok(text).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }
}
