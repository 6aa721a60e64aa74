package org.voorwerp.server.web.data;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.sample.ImageFiles;
import org.voorwerp.server.dataset.sample.Picture;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.web.Visit;

/// The images of a challenge, small, for its pages.
@Path("/challenges/{slug}")
@RunOnVirtualThread
public class ImagePages {

    /// So much of an archive's digest in an address tells it from the one before.
    private static final int DIGITS = 12;

    private final Challenges challenges;
    private final ImageFiles images;
    private final Covers covers;
    private final Visit visit;

    ImagePages(Challenges challenges, ImageFiles images, Covers covers, Visit visit) {
        this.challenges = challenges;
        this.images = images;
        this.covers = covers;
        this.visit = visit;
    }

    /// Where the image of a subject is. The address changes with the archive, so browsers may keep what they got.
    static String path(String slug, DatasetFile archive, String subject) {
        return "/challenges/" + slug + "/images/" + subject + "?v=" + archive.blob.substring(0, DIGITS);
    }

    /// Where the picture of a challenge's data is.
    public static String cover(String slug, DatasetFile archive) {
        return "/challenges/" + slug + "/cover?v=" + archive.blob.substring(0, DIGITS);
    }

    @GET
    @Path("images/{subject}")
    @Operation(hidden = true)
    public Response image(
            @PathParam("slug") String slug,
            @PathParam("subject") String subject,
            @RestQuery("v") @Nullable String version) {
        var challenge = challenges.visible(slug, visit.caller());
        var archive = archive(challenge);
        return answer(
                challenge,
                archive.flatMap(file -> images.small(file, subject)),
                version,
                archive.map(file -> file.blob).orElse(""));
    }

    @GET
    @Path("cover")
    @Operation(hidden = true)
    public Response cover(@PathParam("slug") String slug, @RestQuery("v") @Nullable String version) {
        var challenge = challenges.visible(slug, visit.caller());
        var archive = archive(challenge);
        return answer(
                challenge,
                archive.flatMap(file -> covers.of(challenge, file)),
                version,
                archive.map(file -> file.blob).orElse(""));
    }

    private static Response answer(
            Challenge challenge, Optional<Picture> picture, @Nullable String version, String blob) {
        var found = picture.orElseThrow(() -> new NotFound("There is no such image."));
        boolean lasting = version != null && !version.isEmpty() && blob.startsWith(version);
        var who = challenge.isPublished() ? "public" : "private";
        return Response.ok(found.bytes(), found.type())
                .header(HttpHeaders.CACHE_CONTROL, who + (lasting ? ", max-age=31536000, immutable" : ", no-cache"))
                .build();
    }

    private static Optional<DatasetFile> archive(Challenge challenge) {
        return DatasetFile.of(challenge.id, DatasetFile.IMAGES);
    }
}
