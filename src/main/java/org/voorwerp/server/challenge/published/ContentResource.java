package org.voorwerp.server.challenge.published;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.Downloads;
import org.voorwerp.server.dataset.Downloads.Kept;
import org.voorwerp.server.http.NotFound;

/// The published files of a challenge under addresses that name their content: what stands there never changes, so
/// caches
/// may keep it for ever.
@Path("/api/challenges/{slug}/content/{sha256}/{name}")
@Tag(name = "Data")
@RunOnVirtualThread
public class ContentResource {

    private final Challenges challenges;
    private final Downloads downloads;
    private final SecurityIdentity identity;

    ContentResource(Challenges challenges, Downloads downloads, SecurityIdentity identity) {
        this.challenges = challenges;
        this.downloads = downloads;
        this.identity = identity;
    }

    @GET
    @Uncompressed
    @Operation(
            summary = "Fetch a file by its content",
            description =
                    "Of any version, by its SHA-256 in hexadecimal. Ranges as for files; caches may keep it for ever.")
    @APIResponse(
            responseCode = "200",
            description = "The file, of its own media type",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(
            @PathParam("slug") String slug,
            @PathParam("sha256") String sha256,
            @PathParam("name") String name,
            @Context HttpHeaders headers) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return downloads.answer(file(challenge, sha256, name), kept(challenge), headers);
    }

    @HEAD
    @Uncompressed
    @Operation(hidden = true)
    public Response head(
            @PathParam("slug") String slug,
            @PathParam("sha256") String sha256,
            @PathParam("name") String name,
            @Context HttpHeaders headers) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return downloads.head(file(challenge, sha256, name), kept(challenge), headers);
    }

    private static Kept kept(Challenge challenge) {
        return challenge.isPublished() ? Kept.FOR_EVER : Kept.NEVER;
    }

    private static DatasetFile file(Challenge challenge, String sha256, String name) {
        return DatasetFile.byContent(challenge.id, sha256, name)
                .orElseThrow(() -> new NotFound("No version of the dataset of " + challenge.slug + " has a file " + name
                        + " of that SHA-256."));
    }
}
