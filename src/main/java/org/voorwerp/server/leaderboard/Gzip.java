package org.voorwerp.server.leaderboard;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// Answers that are compressed once and sent often. All others the server compresses while it sends them.
final class Gzip {

    /// As it is called in headers.
    static final String NAME = "gzip";

    private Gzip() {}

    /// Whether a client says that it takes answers so, which is a matter of `Accept-Encoding` (RFC 9110, 12.5.3).
    static boolean isTakenBy(HttpHeaders headers) {
        var accepted = headers.getRequestHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && isTaken(String.join(",", accepted));
    }

    static boolean isTaken(String acceptEncoding) {
        for (var coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            var words = coding.replace(" ", "").replace("\t", "").split(";", -1);
            if (words[0].equals(NAME)) {
                return words.length == 1 || !words[1].matches("q=0(\\.0{0,3})?");
            }
        }
        return false;
    }

    static byte[] of(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
