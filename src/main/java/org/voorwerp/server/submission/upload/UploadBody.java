package org.voorwerp.server.submission.upload;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Invalid;

/// The prediction file inside a request's body. From the wire inward: count and digest, decompress, take out of the
/// form, count again. Nothing is read before it is asked for, and nothing is held but a few buffers.
public final class UploadBody implements AutoCloseable {

    /// What curl, Python, browsers and Windows call a CSV file.
    private static final Set<String> PLAIN =
            Set.of("text/csv", "application/csv", "text/plain", "application/octet-stream", "application/vnd.ms-excel");

    /// What a form needs beyond its file.
    private static final long FORM_BYTES = 1 << 16;

    private final Upload upload;
    private final WireInput wire;
    private final InputStream decoded;
    private final @Nullable MultipartInput form;
    private final InputStream file;

    /// @param limit how many bytes the file may have, decompressed
    /// @throws UnsupportedUpload if the body comes in a form that is not read here
    /// @throws Invalid if a header is malformed
    public UploadBody(Upload upload, long limit) throws IOException {
        this.upload = upload;
        var type = mediaType(upload.contentType());
        var digests = ContentDigest.parse(upload.contentDigest());
        var coding = ContentCoding.of(upload.contentEncoding());
        wire = new WireInput(upload.body(), digests, limit + FORM_BYTES);
        decoded = coding.decode(wire);
        form = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                ? new MultipartInput(decoded, type)
                : null;
        file = new BoundedInput(Objects.requireNonNullElse(form, decoded), wire, limit);
    }

    /// The file's bytes, decompressed. Reading may throw refusals.
    public InputStream file() {
        return file;
    }

    /// Reads what follows the file, and compares digests.
    ///
    /// @throws DigestMismatch if what arrived is not what was announced
    public void finish() throws IOException {
        wire.drain();
        wire.verify();
    }

    public boolean announcesDigest() {
        return !upload.contentDigest().isEmpty();
    }

    /// The file's name as its sender has it; to be asked when the file is read.
    @Nullable
    public String fileName() {
        return Disposition.fileName(form == null ? upload.disposition() : form.disposition());
    }

    /// To be asked when the file is read.
    @Nullable
    public String note() {
        return form == null || upload.note() != null ? upload.note() : form.note();
    }

    @Override
    public void close() throws IOException {
        decoded.close();
    }

    private static @Nullable MediaType mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        MediaType type;
        try {
            type = MediaType.valueOf(contentType);
        } catch (IllegalArgumentException e) {
            throw new Invalid("The header Content-Type cannot be read.");
        }
        var name = type.getType() + "/" + type.getSubtype();
        if (!PLAIN.contains(name) && !type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            throw new UnsupportedUpload(
                    "Predictions are sent as text/csv (application/csv, application/octet-stream and"
                            + " application/vnd.ms-excel are taken too) or as multipart/form-data with a field \"file\", not as "
                            + name + "; with curl: -H 'Content-Type: text/csv' --data-binary @predictions.csv");
        }
        return type;
    }
}
