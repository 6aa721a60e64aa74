package org.voorwerp.server.submission.upload;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Invalid;

/// How a body is compressed, as `Content-Encoding` says.
enum ContentCoding {
    IDENTITY,
    /// One or more members, as RFC 1952 allows; what follows them must be nothing.
    GZIP,
    /// One or more frames with a window of at most 8 MiB, as RFC 9659 has it for HTTP.
    ZSTD;

    private static final int LARGEST_WINDOW_LOG = 23;

    /// @throws UnsupportedUpload if it is another one, or several at once
    static ContentCoding of(List<String> headers) {
        var coding = String.join(",", headers).strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "zstd" -> ZSTD;
            default ->
                throw new UnsupportedUpload("Content-Encoding may be gzip, zstd or identity, not " + coding + ".");
        };
    }

    /// The decompressed bytes. Reading throws [Invalid] where they cannot be had.
    InputStream decode(InputStream in) throws IOException {
        return switch (this) {
            case IDENTITY -> in;
            case GZIP -> new Decoded(() -> new GzipCompressorInputStream(in, true));
            case ZSTD -> new Decoded(() -> new ZstdInputStreamNoFinalizer(in).setLongMax(LARGEST_WINDOW_LOG));
        };
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    /// Opened at the first read, since that reads already; and what the decoder finds wrong is the sender's to mend.
    private final class Decoded extends BlockInput {

        private final Opening opening;
        private @Nullable InputStream in;

        Decoded(Opening opening) {
            this.opening = opening;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            try {
                if (in == null) {
                    in = opening.open();
                }
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        /// Decompressors hold memory outside the heap.
        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }

        private Invalid unreadable(IOException e) {
            var word = name().toLowerCase(Locale.ROOT);
            return new Invalid(
                    "Content-Encoding says " + word + ", but the body is not " + word + " from beginning to end ("
                            + Objects.requireNonNullElse(e.getMessage(), "it ends too early") + ").");
        }
    }
}
