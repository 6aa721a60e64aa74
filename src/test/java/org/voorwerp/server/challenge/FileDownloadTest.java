package org.voorwerp.server.challenge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voorwerp.server.Api;
import org.voorwerp.server.Api.Answer;
import org.voorwerp.server.challenge.build.PublishedPack;

/// Files, whole and in pieces, over real HTTP.
@QuarkusTest
class FileDownloadTest {

    private static final Api NOBODY = Api.nobody();

    private String files;

    @BeforeEach
    void publish() {
        files = "/api/challenges/" + PublishedPack.slug() + "/files/";
    }

    private Answer get(String... headers) {
        return NOBODY.get(files + "test.csv", headers);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    @Test
    void theListTellsWhatEachFileIs() throws Exception {
        var list =
                NOBODY.get("/api/challenges/" + PublishedPack.slug() + "/files").json();
        var names = new ArrayList<String>();
        list.forEach(file -> names.add(file.get("name").asText()));
        assertEquals(List.of("train.csv", "test.csv", "sample_submission.csv"), names);
        for (var file : list) {
            var answer = NOBODY.get(file.get("href").asText());
            assertEquals(file.get("bytes").asInt(), answer.response().body().length);
            assertEquals(
                    file.get("sha256").asText(),
                    HexFormat.of().formatHex(sha256(answer.response().body())));
            assertEquals(file.get("rows").asLong(), answer.text().lines().count() - 1);
        }
    }

    @Test
    void aWholeFileSaysWhatItIs() throws Exception {
        var answer = get("Accept-Encoding", "gzip, br, zstd");
        var digest = sha256(answer.response().body());
        var said = "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
        assertEquals(200, answer.status());
        assertEquals("\"" + HexFormat.of().formatHex(digest) + "\"", answer.header("ETag"));
        assertEquals(said, answer.header("Repr-Digest"));
        assertEquals(said, answer.header("Content-Digest"));
        assertEquals("bytes", answer.header("Accept-Ranges"));
        assertEquals("text/csv;charset=UTF-8", answer.header("Content-Type"));
        assertEquals("attachment; filename=\"test.csv\"", answer.header("Content-Disposition"));
        assertEquals("public, no-cache", answer.header("Cache-Control"));
        assertEquals("", answer.header("Content-Encoding"), "a strong ETag is that of the bytes sent");
        assertEquals("" + answer.response().body().length, answer.header("Content-Length"));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,9", "5,20", "100,100000", "17,", ",1", ",100", ",100000"})
    void aRangeIsThatPartOfTheFile(String first, String last) {
        var whole = get().response().body();
        var range = "bytes=" + (first == null ? "" : first) + "-" + (last == null ? "" : last);
        int from = first == null ? Math.max(0, whole.length - Integer.parseInt(last)) : Integer.parseInt(first);
        int to = first == null || last == null ? whole.length - 1 : Math.min(whole.length - 1, Integer.parseInt(last));
        var answer = get("Range", range);
        assertEquals(206, answer.status(), answer::toString);
        assertEquals("bytes " + from + "-" + to + "/" + whole.length, answer.header("Content-Range"));
        assertArrayEquals(
                Arrays.copyOfRange(whole, from, to + 1), answer.response().body());
        assertEquals("" + (to - from + 1), answer.header("Content-Length"));
        assertEquals(get().header("ETag"), answer.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource({"bytes=1000000-", "bytes=1000000-1000001", "bytes=-0"})
    void aRangeBehindTheEndIsRefused(String range) {
        int length = get().response().body().length;
        var answer = get("Range", range);
        assertEquals(416, answer.status(), answer::toString);
        assertEquals("bytes */" + length, answer.header("Content-Range"));
        assertEquals(
                "/problems/range-not-satisfiable", answer.json().get("type").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lines=1-2",
                "bytes=5-2",
                "bytes=a-b",
                "bytes=0-1,4-5",
                "bytes=",
                "bytes=-",
                "bytes=99999999999999999999-"
            })
    void aRangeThatIsNoneGivesTheWholeFile(String range) {
        var answer = get("Range", range);
        assertEquals(200, answer.status(), answer::toString);
        assertArrayEquals(get().response().body(), answer.response().body());
    }

    @Test
    void aRangeCountsOnlyForTheFileItWasMeantFor() {
        var etag = get().header("ETag");
        assertEquals(206, get("Range", "bytes=0-9", "If-Range", etag).status());
        assertEquals(200, get("Range", "bytes=0-9", "If-Range", "\"another\"").status());
        assertEquals(200, get("Range", "bytes=0-9", "If-Range", "W/" + etag).status());
        assertEquals(
                200,
                get("Range", "bytes=0-9", "If-Range", "Wed, 21 Oct 2015 07:28:00 GMT")
                        .status());
    }

    @Test
    void whoHasTheFileGetsNothing() {
        var etag = get().header("ETag");
        for (var known : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
            var answer = get("If-None-Match", known);
            assertEquals(304, answer.status(), known);
            assertEquals(0, answer.response().body().length);
            assertEquals(etag, answer.header("ETag"));
        }
        assertEquals(200, get("If-None-Match", "\"x\"").status());
        assertEquals(304, get("If-None-Match", etag, "Range", "bytes=0-9").status());
    }

    @Test
    void headSaysTheSameWithoutTheBytes() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var head = client.send(
                    HttpRequest.newBuilder(Api.uri(files + "test.csv")).HEAD().build(), BodyHandlers.ofByteArray());
            var whole = get();
            assertEquals(200, head.statusCode());
            assertEquals(0, head.body().length);
            for (var name : new String[] {"ETag", "Content-Length", "Content-Type", "Accept-Ranges", "Repr-Digest"}) {
                assertEquals(whole.header(name), head.headers().firstValue(name).orElse(""), name);
            }
        }
    }

    @Test
    void draftsAreForTheirOrganiserAndKeptByNoCache() {
        var draft = PublishedPack.draft();
        var path = "/api/challenges/" + draft.slug() + "/files/test.csv";
        var answer = draft.owner().get(path);
        assertEquals(200, answer.status());
        assertEquals("private, no-store", answer.header("Cache-Control"));
        assertEquals(404, NOBODY.get(path).status());
        draft.owner().post("/api/challenges/" + draft.slug() + "/publish", BodyPublishers.noBody());
        assertEquals("public, no-cache", NOBODY.get(path).header("Cache-Control"));
    }

    @Test
    void whatIsNotPublishedIsNotThere() {
        for (var name : new String[] {"truth.csv", "votes.csv", "..%2Ftest.csv", "TEST.CSV", "test.csv%00"}) {
            var answer = NOBODY.get(files + name);
            assertTrue(answer.status() == 404 || answer.status() == 400, () -> name + ": " + answer);
        }
    }
}
