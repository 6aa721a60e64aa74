package org.voorwerp.server.submission.upload;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A prediction file on its way in, as its sender describes it.
///
/// @param body as it arrives: perhaps compressed, perhaps in a multipart form
/// @param contentType null where the sender does not say
/// @param contentEncoding values of `Content-Encoding`
/// @param contentDigest values of `Content-Digest`
/// @param disposition `Content-Disposition`, which may hold a file name
/// @param note what the team writes to itself about it
/// @param idempotencyKey the same for every attempt to send this file
public record Upload(
        InputStream body,
        @Nullable String contentType,
        List<String> contentEncoding,
        List<String> contentDigest,
        @Nullable String disposition,
        @Nullable String note,
        @Nullable String idempotencyKey) {

    /// What a request brings.
    public static Upload of(HttpHeaders headers, InputStream body, @Nullable String note) {
        return new Upload(
                body,
                headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
                headers.getRequestHeader(HttpHeaders.CONTENT_ENCODING),
                headers.getRequestHeader("Content-Digest"),
                headers.getHeaderString(HttpHeaders.CONTENT_DISPOSITION),
                note,
                headers.getHeaderString("Idempotency-Key"));
    }

    /// A CSV file at hand.
    public static Upload ofFile(InputStream csv) {
        return new Upload(csv, null, List.of(), List.of(), null, null, null);
    }
}
