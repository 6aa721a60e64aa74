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

/// Sends published files, whole or in part. A file never changes under its ETag, which is its SHA-256.
@ApplicationScoped
public class Downloads {

    private final Blobs blobs;

    Downloads(Blobs blobs) {
        this.blobs = blobs;
    }

    /// Answers GET.
    ///
    /// @param shared whether caches may keep the answer for others
    public Response answer(DatasetFile file, boolean shared, HttpHeaders request) {
        if (isKnown(file, request)) {
            return described(Response.notModified(), file, shared).build();
        }
        var path = blobs.path(Area.DATASETS, file.blob);
        return switch (range(file, request)) {
            case Whole _ ->
                content(Response.ok(new PathPart(path, 0, file.bytes)), file, shared)
                        .header("Content-Digest", digest(file))
                        .build();
            case Slice slice ->
                content(Response.status(206).entity(new PathPart(path, slice.first(), slice.length())), file, shared)
                        .header("Content-Range", "bytes " + slice.first() + "-" + slice.last() + "/" + file.bytes)
                        .build();
            case Outside _ -> outside(file);
        };
    }

    /// Answers HEAD: what GET would without a range, but for the bytes.
    public Response head(DatasetFile file, boolean shared, HttpHeaders request) {
        return isKnown(file, request)
                ? described(Response.notModified(), file, shared).build()
                : content(Response.ok(), file, shared)
                        .header(HttpHeaders.CONTENT_LENGTH, file.bytes)
                        .header("Content-Digest", digest(file))
                        .build();
    }

    private static ResponseBuilder content(ResponseBuilder response, DatasetFile file, boolean shared) {
        return described(response, file, shared)
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
    }

    private static ResponseBuilder described(ResponseBuilder response, DatasetFile file, boolean shared) {
        return response.header(HttpHeaders.ETAG, etag(file))
                .header("Accept-Ranges", "bytes")
                .header("Repr-Digest", digest(file))
                // A draft may be built anew under the same address, and a published file be corrected.
                .header(HttpHeaders.CACHE_CONTROL, shared ? "public, no-cache" : "private, no-store");
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
