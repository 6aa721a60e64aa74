package org.voorwerp.server.challenge.published;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.published.DatasetVersions.Change;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.Downloads;
import org.voorwerp.server.dataset.Downloads.Kept;
import org.voorwerp.server.http.NotFound;

/// The published files of a challenge.
@Path("/api/challenges/{slug}/files")
@Tag(name = "Data")
@RunOnVirtualThread
public class FileResource {

    private final Challenges challenges;
    private final Downloads downloads;
    private final DatasetVersions versions;
    private final SecurityIdentity identity;

    FileResource(Challenges challenges, Downloads downloads, DatasetVersions versions, SecurityIdentity identity) {
        this.challenges = challenges;
        this.downloads = downloads;
        this.versions = versions;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "List the files of a challenge",
            description = "With size, rows and SHA-256: those of the latest version, or of `version`.")
    public List<FileView> list(@PathParam("slug") String slug, @QueryParam("version") @Nullable Integer version) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        var files = version == null ? DatasetFile.of(challenge.id) : DatasetFile.of(challenge.id, version);
        if (files.isEmpty() && version != null) {
            throw new NotFound("The dataset of " + challenge.slug + " has no version " + version
                    + "; GET /api/challenges/" + challenge.slug + "/dataset-versions lists them.");
        }
        return files.stream().map(file -> FileView.of(challenge, file)).toList();
    }

    // Never compressed on the way: the strong ETag and the ranges are those of the file itself.
    @GET
    @Path("{name}")
    @Uncompressed
    @Operation(
            summary = "Fetch a file",
            description =
                    "The latest version of it. Honours If-None-Match, Range (one range) and If-Range; the ETag is the"
                            + " file's SHA-256.")
    @APIResponse(
            responseCode = "200",
            description = "The file, of its own media type",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part asked for",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The file is the one you have")
    public Response get(@PathParam("slug") String slug, @PathParam("name") String name, @Context HttpHeaders headers) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return downloads.answer(file(challenge, name), kept(challenge), headers);
    }

    @PUT
    @Needs(Scope.ORGANISE)
    @Path("{name}")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(
            summary = "Publish a file anew",
            description =
                    "For organisers: corrects a file, or adds one. It makes a new version of the dataset; those before"
                            + " stay as they are. The file is the body, `note` says why, `description` what a new file holds."
                            + " test.csv and sample_submission.csv stay as they are.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public FileView put(
            @PathParam("slug") String slug,
            @PathParam("name") String name,
            @QueryParam("note") @Nullable String note,
            @QueryParam("description") @Nullable String description,
            InputStream body) {
        var caller = Caller.of(identity);
        var challenge = challenges.organised(slug, caller);
        var change = new Change(name, note == null ? "" : note, description);
        return FileView.of(challenge, versions.publish(challenge, caller, change, versions.keep(body)));
    }

    @HEAD
    @Path("{name}")
    @Uncompressed
    @Operation(hidden = true)
    public Response head(@PathParam("slug") String slug, @PathParam("name") String name, @Context HttpHeaders headers) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return downloads.head(file(challenge, name), kept(challenge), headers);
    }

    private static Kept kept(Challenge challenge) {
        return challenge.isPublished() ? Kept.WHILE_CURRENT : Kept.NEVER;
    }

    private static DatasetFile file(Challenge challenge, String name) {
        return DatasetFile.of(challenge.id, name)
                .orElseThrow(() -> new NotFound("The challenge " + challenge.slug + " has no file " + name
                        + "; GET /api/challenges/" + challenge.slug + "/files lists them."));
    }
}
