package org.voorwerp.server.submission.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.http.Invalid;

/// The layers between the wire and the reader of predictions, by themselves.
class UploadTest {

    private static final byte[] HELLO = "hello\r\n--not the boundary\r\n-".getBytes(StandardCharsets.UTF_8);

    @Test
    void theContentDigestOfRfc9530IsVerified() throws Exception {
        for (var algorithm : List.of("SHA-256", "SHA-512")) {
            var value = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(algorithm).digest(HELLO));
            var name = algorithm.toLowerCase(java.util.Locale.ROOT);
            verify(name + "=:" + value + ":");
            verify("md5=:AAAA:, " + name + "=:" + value + ":;note=1, unixsum=?1");
            var wrong = "A" + value.substring(1);
            if (!wrong.equals(value)) {
                assertThrows(DigestMismatch.class, () -> verify(name + "=:" + wrong + ":"));
            }
        }
    }

    @Test
    void unknownDigestAlgorithmsArePassedOver() {
        verify("md5=:AAAA:");
        verify("unixsum=30637, sha=:AAAA:");
        verify();
    }

    @Test
    void aMalformedDigestIsRefused() {
        for (var header :
                List.of("", "sha-256", "sha-256=AAAA", "sha-256=:AA*A:", "SHA-256=:AAAA:", "sha-256=:AAAA", ",")) {
            assertThrows(Invalid.class, () -> verify(header), header);
        }
    }

    private static void verify(String... headers) {
        var digest = ContentDigest.parse(List.of(headers));
        digest.update(HELLO, 0, 5);
        digest.update(HELLO, 5, HELLO.length - 5);
        digest.verify();
    }

    @Test
    void aFormIsReadWhateverPiecesItComesIn() throws IOException {
        for (int piece = 1; piece < 200; piece++) {
            var form = multipart(pieces(form(HELLO), piece));
            assertEquals(text(HELLO), text(form.readAllBytes()), "in pieces of " + piece);
            assertEquals("a note", form.note());
            assertEquals("f.csv", Disposition.fileName(form.disposition()));
        }
    }

    @Test
    void twoFilesInAFormAreRefused() {
        var twice = (text(form(HELLO)).replace("--X--", "--X\r\n")
                + text(form(HELLO)).substring(5));
        assertThrows(
                Invalid.class,
                () -> multipart(new ByteArrayInputStream(twice.getBytes(StandardCharsets.UTF_8)))
                        .readAllBytes());
    }

    private static MultipartInput multipart(InputStream in) {
        return new MultipartInput(in, MediaType.valueOf("multipart/form-data; boundary=X"));
    }

    private static byte[] form(byte[] file) {
        return ("--X\r\nContent-Disposition: form-data; name=other\r\n\r\nx\r\n"
                        + "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\data\\f.csv\"\r\n\r\n"
                        + text(file)
                        + "\r\n--X\r\ncontent-disposition: form-data; name=\"note\"\r\n\r\n a note \r\n--X--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// A stream that gives so many bytes at a time.
    private static InputStream pieces(byte[] bytes, int length) {
        var pieces = new ArrayList<InputStream>();
        for (int from = 0; from < bytes.length; from += length) {
            pieces.add(new ByteArrayInputStream(bytes, from, Math.min(length, bytes.length - from)));
        }
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    @Test
    void fileNamesLoseTheirFoldersAndControlCharacters() {
        assertEquals("b.csv", Disposition.fileName("attachment; filename=\"a/b.csv\""));
        assertEquals("b.csv", Disposition.fileName("form-data; name=\"file\"; filename=\"C:\\x\\b.csv\""));
        assertEquals("naïve €.csv", Disposition.fileName("attachment; filename*=UTF-8''na%C3%AFve%20%E2%82%AC.csv"));
        assertEquals("ab.csv", Disposition.fileName("attachment; filename=\"a\u0000\u001bb.csv\""));
        assertEquals("x".repeat(200), Disposition.fileName("attachment; filename=" + "x".repeat(300)));
        assertEquals(null, Disposition.fileName("attachment"));
        assertEquals(null, Disposition.fileName("attachment; filename=\"../\""));
    }
}
