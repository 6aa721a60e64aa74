package org.voorwerp.server.challenge;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.Downloads;
import org.voorwerp.server.http.NotFound;

/// The published files of a challenge.
@Path("/api/challenges/{slug}/files")
@Tag(name = "Data")
@RunOnVirtualThread
public class FileResource {

    private final Challenges challenges;
    private final Downloads downloads;
    private final SecurityIdentity identity;

    FileResource(Challenges challenges, Downloads downloads, SecurityIdentity identity) {
        this.challenges = challenges;
        this.downloads = downloads;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "List the files of a challenge", description = "With size, rows and SHA-256.")
    public List<FileView> list(@PathParam("slug") String slug) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return DatasetFile.of(challenge.id).stream()
                .map(file -> FileView.of(challenge, file))
                .toList();
    }

    // Never compressed on the way: the strong ETag and the ranges are those of the file itself.
    @GET
    @Path("{name}")
    @Uncompressed
    @Operation(
            summary = "Fetch a file",
            description = "Honours If-None-Match, Range (one range) and If-Range; the ETag is the file's SHA-256.")
    public Response get(@PathParam("slug") String slug, @PathParam("name") String name, @Context HttpHeaders headers) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return downloads.answer(file(challenge, name), challenge.isPublished(), headers);
    }

    @HEAD
    @Path("{name}")
    @Uncompressed
    @Operation(hidden = true)
    public Response head(@PathParam("slug") String slug, @PathParam("name") String name, @Context HttpHeaders headers) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return downloads.head(file(challenge, name), challenge.isPublished(), headers);
    }

    private static DatasetFile file(Challenge challenge, String name) {
        return DatasetFile.of(challenge.id, name)
                .orElseThrow(() -> new NotFound("The challenge " + challenge.slug + " has no file " + name
                        + "; GET /api/challenges/" + challenge.slug + "/files lists them."));
    }
}
