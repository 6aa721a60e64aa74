package org.voorwerp.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.Incoming;
import org.voorwerp.server.SmallChallenge;

/// Whatever is wrong with a file or a request: an answer that says what and where, nothing kept, nothing counted.
@QuarkusTest
class BrokenSubmissionsTest {

    private static final String GOOD = SmallChallenge.file(20, 23);
    private static final String[] LINES = GOOD.split("\n");

    /// A file, and the finding it must lead to.
    private record Wrong(String kind, byte[] file, int line, int column, String message) {

        Wrong(String kind, String file, int line, int column, String message) {
            this(kind, file.getBytes(StandardCharsets.UTF_8), line, column, message);
        }
    }

    private static List<Wrong> files() {
        var all = new ArrayList<>(List.of(
                new Wrong("empty", "", 0, 0, "the file is empty"),
                new Wrong("header only", "id,label\n", 0, 0, "43 ids are missing, the first is \"s000\""),
                new Wrong("no header", GOOD.substring(9), 1, 0, "The first line seems to be data already"),
                new Wrong("another id column", GOOD.replace("id,", "subject,"), 1, 0, "missing: \"id\""),
                new Wrong("upper case", GOOD.replace("id,label", "ID,Label"), 1, 0, "Upper and lower case matter"),
                new Wrong("semicolons", GOOD.replace(',', ';'), 1, 0, "separated by semicolons"),
                new Wrong("tabs", GOOD.replace(',', '\t'), 1, 0, "separated by tabs"),
                new Wrong("column too many", GOOD.replace("\n", ",x\n"), 1, 0, "not expected: \"x\""),
                new Wrong("column twice", GOOD.replace("label", "label,label"), 1, 0, "there twice: \"label\""),
                new Wrong("pandas index", "," + GOOD.replace("\n", "\n0,"), 1, 0, "index=False"),
                new Wrong("no such class", with(5, "s003,Q"), 5, 2, "\"Q\""),
                new Wrong("empty cell", with(5, "s003,"), 5, 2, "empty"),
                new Wrong("cell too many", with(5, "s003,A,B"), 5, 0, "expected 2 cells, found 3"),
                new Wrong("cell too few", with(5, "s003"), 5, 0, "expected 2 cells, found 1"),
                new Wrong("unknown id", with(5, "s999,A"), 5, 1, "unknown id \"s999\""),
                new Wrong("spaces around an id", with(5, " s003,A"), 5, 1, "it has no spaces around it"),
                new Wrong("empty id", with(5, ",A"), 5, 1, "the id is empty"),
                new Wrong("id twice", with(9, "s003,A"), 9, 1, "id \"s003\" appears twice, lines 5 and 9"),
                new Wrong("id missing", GOOD.replace("s003,A\n", ""), 0, 0, "1 id is missing: \"s003\""),
                new Wrong("open quote", with(5, "s003,\"A"), 5, 2, "not closed"),
                new Wrong("text after a quote", with(5, "s003,\"A\"B"), 5, 2, "text follows a closing quote"),
                new Wrong("NUL", with(5, "s003,A\0"), 5, 2, ""),
                new Wrong("control characters for id", with(5, "\u001b[2J,A"), 5, 1, "unknown id"),
                new Wrong("UTF-16", GOOD.getBytes(StandardCharsets.UTF_16), 0, 0, "UTF-16: save it as UTF-8"),
                new Wrong("not UTF-8", with(5, "s003,\u00c4").getBytes(StandardCharsets.ISO_8859_1), 5, 2, ""),
                new Wrong("Excel", "PK\u0003\u0004xl/workbook.xml", 0, 0, "Excel workbook: save the table as CSV"),
                new Wrong("Parquet", "PAR1" + "\0".repeat(100), 0, 0, "Parquet: save the table as CSV"),
                new Wrong("gzip not said", new byte[] {0x1f, (byte) 0x8b, 8, 0}, 0, 0, "compressed by gzip"),
                new Wrong("JSON", "{\"s000\": \"A\"}", 1, 0, "the header must be"),
                new Wrong("HTML", "<!DOCTYPE html>\n<html></html>", 1, 0, "the header must be"),
                new Wrong("a line of a megabyte", with(5, "s003," + "A".repeat(1_000_000)), 5, 0, "longer than")));
        var rows = GOOD + GOOD.substring(9).repeat(3);
        all.add(new Wrong("rows too many", rows, 45, 1, "appears twice"));
        return all;
    }

    private static String with(int line, String text) {
        var lines = LINES.clone();
        lines[line - 1] = text;
        return String.join("\n", lines) + "\n";
    }

    @Test
    void aBrokenFileIsAnsweredWithWhatAndWhereAndCostsNothing() throws Exception {
        var challenge = SmallChallenge.of().perDay(1).create();
        var hanny = Api.participant();
        assertTrue(files().size() >= 30);
        for (var wrong : files()) {
            var answer = hanny.submit(challenge, wrong.file());
            assertEquals(422, answer.status(), () -> wrong.kind() + ": " + answer);
            assertEquals("application/problem+json", answer.header("Content-Type"));
            var problem = answer.json();
            assertEquals("/problems/invalid-predictions", problem.get("type").asText());
            assertTrue(problem.get("errors").size() <= 20, wrong.kind());
            assertTrue(
                    problem.get("errorCount").asLong() >= problem.get("errors").size(), wrong.kind());
            assertTrue(finds(problem, wrong), () -> wrong.kind() + ": " + answer);
        }
        Incoming.assertEmpty();
        var quota = hanny.get(Api.submissions(challenge)).json().get("quota");
        assertEquals(0, quota.get("usedToday").asInt(), quota::toString);
        assertEquals("scored", hanny.scored(challenge, GOOD).get("state").asText());
    }

    private static boolean finds(JsonNode problem, Wrong wrong) {
        for (var error : problem.get("errors")) {
            if (error.get("line").asInt() == wrong.line()
                    && error.get("column").asInt() == wrong.column()
                    && error.get("message").asText().contains(wrong.message())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void brokenNumbersAreNamedOneByOne() {
        var challenge = SmallChallenge.of().ofNumbers().create();
        var good = SmallChallenge.file(i -> "0.25").replace("label", "p");
        var cells =
                List.of("abc", "NaN", "inf", "-inf", "0x1p-1", "0,5", "1.5", "-0.1", "1e999", "١", "50%", "--1", "1 2");
        var file = good;
        for (int i = 0; i < cells.size(); i++) {
            file = file.replace("s%03d,0.25".formatted(i), "s%03d,\"%s\"".formatted(i, cells.get(i)));
        }
        var hanny = Api.participant();
        var answer = hanny.submit(challenge, file);
        assertEquals(422, answer.status(), answer::toString);
        var errors = answer.json().get("errors");
        assertEquals(cells.size(), errors.size(), answer::toString);
        for (int i = 0; i < cells.size(); i++) {
            assertEquals(i + 2, errors.get(i).get("line").asInt());
            assertEquals(2, errors.get(i).get("column").asInt());
        }
        assertEquals(
                0.25,
                hanny.scored(challenge, good)
                        .get("scores")
                        .get("test-error")
                        .get("value")
                        .asDouble());
    }

    @Test
    void atMostTwentyProblemsAreToldAndAllAreCounted() {
        var challenge = SmallChallenge.of().create();
        var answer = Api.participant().submit(challenge, SmallChallenge.file(i -> "Z"));
        assertEquals(20, answer.json().get("errors").size());
        assertEquals(43, answer.json().get("errorCount").asInt());
    }

    /// A request, and how it must be answered.
    private record Request(String kind, int status, String problem, byte[] body, String... headers) {}

    private static List<Request> requests() throws IOException {
        var good = GOOD.getBytes(StandardCharsets.UTF_8);
        var gzip = SubmissionLifeTest.gzip(good);
        var zstd = Zstd.compress(good);
        var form = SubmissionLifeTest.form(GOOD, "note");
        var boundary = "multipart/form-data; boundary=----WebKitFormBoundaryX";
        // Empty lines are skipped, however many there are.
        var bomb = ("id,label\n" + "\n".repeat(50_000_000)).getBytes(StandardCharsets.UTF_8);
        var garbage = Arrays.copyOf(gzip, gzip.length + 10);
        garbage[gzip.length] = 'x';
        return List.of(
                new Request("JSON", 415, "unsupported-media-type", good, "Content-Type", "application/json"),
                new Request(
                        "curl -d",
                        415,
                        "unsupported-media-type",
                        good,
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                new Request("malformed type", 415, "unsupported-media-type", good, "Content-Type", "csv"),
                new Request("brotli", 415, "unsupported-media-type", good, "Content-Encoding", "br"),
                new Request("twice compressed", 415, "unsupported-media-type", good, "Content-Encoding", "gzip, zstd"),
                new Request("not gzip", 400, "invalid-request", good, "Content-Encoding", "gzip"),
                new Request("not zstd", 400, "invalid-request", good, "Content-Encoding", "zstd"),
                new Request(
                        "cut gzip",
                        400,
                        "invalid-request",
                        Arrays.copyOf(gzip, gzip.length - 9),
                        "Content-Encoding",
                        "gzip"),
                new Request(
                        "cut zstd",
                        400,
                        "invalid-request",
                        Arrays.copyOf(zstd, zstd.length - 9),
                        "Content-Encoding",
                        "zstd"),
                new Request("garbage after gzip", 400, "invalid-request", garbage, "Content-Encoding", "gzip"),
                new Request(
                        "garbage after zstd",
                        400,
                        "invalid-request",
                        Arrays.copyOf(zstd, zstd.length + 9),
                        "Content-Encoding",
                        "zstd"),
                new Request("gzip bomb", 413, "too-large", SubmissionLifeTest.gzip(bomb), "Content-Encoding", "gzip"),
                new Request("zstd bomb", 413, "too-large", Zstd.compress(bomb), "Content-Encoding", "zstd"),
                new Request("zstd window", 400, "invalid-request", wideWindow(), "Content-Encoding", "zstd"),
                new Request(
                        "wrong digest",
                        400,
                        "digest-mismatch",
                        good,
                        "Content-Digest",
                        "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:"),
                new Request("malformed digest", 400, "invalid-request", good, "Content-Digest", "sha-256=abc"),
                new Request(
                        "form without boundary", 400, "invalid-request", form, "Content-Type", "multipart/form-data"),
                new Request(
                        "form without file",
                        400,
                        "invalid-request",
                        new String(form, StandardCharsets.UTF_8)
                                .replace("name=\"file\"", "name=\"data\"")
                                .getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        boundary),
                new Request(
                        "form cut short",
                        400,
                        "invalid-request",
                        Arrays.copyOf(form, form.length - 20),
                        "Content-Type",
                        boundary),
                new Request(
                        "endless part headers",
                        400,
                        "invalid-request",
                        ("------WebKitFormBoundaryX\r\nX: " + "y".repeat(100_000)).getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        boundary),
                new Request("empty key", 400, "invalid-request", good, "Idempotency-Key", "\"\""),
                new Request("long key", 400, "invalid-request", good, "Idempotency-Key", "k".repeat(256)));
    }

    /// A frame whose window is larger than a server may be asked for.
    private static byte[] wideWindow() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(out).setLong(27)) {
            zstd.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void aBrokenRequestIsAProblemAndCostsNothing() throws Exception {
        var challenge = SmallChallenge.of().perDay(1).create();
        var hanny = Api.participant();
        for (var request : requests()) {
            var answer = hanny.submit(challenge, request.body(), request.headers());
            assertEquals(request.status(), answer.status(), () -> request.kind() + ": " + answer);
            assertEquals(
                    "/problems/" + request.problem(), answer.json().get("type").asText(), request.kind());
            assertFalse(answer.json().get("detail").asText().isEmpty());
        }
        var longNote = hanny.post(
                Api.submissions(challenge) + "?note=" + "x".repeat(501),
                BodyPublishers.ofString(GOOD),
                "Content-Type",
                "text/csv");
        assertEquals(400, longNote.status(), longNote::toString);
        Incoming.assertEmpty();
        assertEquals("scored", hanny.scored(challenge, GOOD).get("state").asText());
    }

    @Test
    void aChallengeThatIsNotThereIsNotFound() {
        var answer = Api.participant()
                .post("/api/challenges/none/submissions", BodyPublishers.ofString(GOOD), "Content-Type", "text/csv");
        assertEquals(404, answer.status());
    }
}
