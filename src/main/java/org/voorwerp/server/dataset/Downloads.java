package org.voorwerp.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jboss.resteasy.reactive.PathPart;
import org.voorwerp.server.dataset.ByteRange.Outside;
import org.voorwerp.server.dataset.ByteRange.Slice;
import org.voorwerp.server.dataset.ByteRange.Whole;
import org.voorwerp.server.http.Problem;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Sends published files, whole or in part. A file never changes under its ETag, which is its SHA-256; under an address
/// that names its content it never changes at all.
@ApplicationScoped
public class Downloads {

    /// How long caches may keep an answer.
    public enum Kept {
        /// Not at all: what is seen by organisers only.
        NEVER,
        /// As long as they ask whether it is still the same: the latest version of a file.
        WHILE_CURRENT,
        /// For ever: an address that names the content.
        FOR_EVER
    }

    private final Blobs blobs;

    Downloads(Blobs blobs) {
        this.blobs = blobs;
    }

    /// Answers GET.
    ///
    /// @param kept how long caches may keep the answer
    public Response answer(DatasetFile file, Kept kept, HttpHeaders request) {
        if (isKnown(file, request)) {
            return described(Response.notModified(), file, kept).build();
        }
        var path = blobs.path(Area.DATASETS, file.blob);
        return switch (range(file, request)) {
            case Whole _ ->
                content(Response.ok(new PathPart(path, 0, file.bytes)), file, kept)
                        .header("Content-Digest", digest(file))
                        .build();
            case Slice slice ->
                content(Response.status(206).entity(new PathPart(path, slice.first(), slice.length())), file, kept)
                        .header("Content-Range", "bytes " + slice.first() + "-" + slice.last() + "/" + file.bytes)
                        .build();
            case Outside _ -> outside(file);
        };
    }

    /// Answers HEAD: what GET would without a range, but for the bytes.
    public Response head(DatasetFile file, Kept kept, HttpHeaders request) {
        return isKnown(file, request)
                ? described(Response.notModified(), file, kept).build()
                : content(Response.ok(), file, kept)
                        .header(HttpHeaders.CONTENT_LENGTH, file.bytes)
                        .header("Content-Digest", digest(file))
                        .build();
    }

    private static ResponseBuilder content(ResponseBuilder response, DatasetFile file, Kept kept) {
        return described(response, file, kept)
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
    }

    private static ResponseBuilder described(ResponseBuilder response, DatasetFile file, Kept kept) {
        return response.header(HttpHeaders.ETAG, etag(file))
                .header("Accept-Ranges", "bytes")
                .header("Repr-Digest", digest(file))
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        switch (kept) {
                            case NEVER -> "private, no-store";
                            case WHILE_CURRENT -> "public, no-cache";
                            case FOR_EVER -> "public, max-age=31536000, immutable";
                        });
    }

    private static Response outside(DatasetFile file) {
        var detail = "The file " + file.name + " has " + file.bytes + " bytes, and the range lies behind them.";
        return Response.status(416)
                .header("Content-Range", "bytes */" + file.bytes)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem("/problems/range-not-satisfiable", "Range not satisfiable", 416, detail, Map.of()))
                .build();
    }

    private static boolean isKnown(DatasetFile file, HttpHeaders request) {
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && Arrays.stream(known.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag(file)));
    }

    /// A range counts only for the file it was meant for.
    private static ByteRange range(DatasetFile file, HttpHeaders request) {
        var meant = request.getHeaderString("If-Range");
        return meant == null || meant.strip().equals(etag(file))
                ? ByteRange.of(request.getHeaderString("Range"), file.bytes)
                : new Whole();
    }

    private static String etag(DatasetFile file) {
        return "\"" + file.blob + "\"";
    }

    /// As RFC 9530 writes digests.
    private static String digest(DatasetFile file) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.blob)) + ":";
    }
}
