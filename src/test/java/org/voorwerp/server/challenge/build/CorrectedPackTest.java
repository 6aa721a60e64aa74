package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;

/// A hosted challenge whose organiser sends the whole pack again, put right.
@QuarkusTest
class CorrectedPackTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Api organiser;
    private String slug;
    private String challenge;

    @BeforeEach
    void host() throws Exception {
        organiser = Api.organiser();
        slug = "put-right-" + NUMBER.incrementAndGet();
        challenge = "/api/challenges/" + slug;
        PublishedPack.publish(organiser, pack(), slug);
        var sample =
                Api.nobody().get(challenge + "/files/sample_submission.csv").text();
        var sent = Api.participant()
                .post(
                        challenge + "/submissions",
                        BodyPublishers.ofString(sample),
                        "Content-Type",
                        "text/csv",
                        "Prefer",
                        "wait=30");
        assertEquals(201, sent.status(), sent::toString);
    }

    private MemoryPack pack() {
        return new MemoryPack().publishable().replacing("slug: small-mergers", "slug: " + slug);
    }

    /// The table of votes with another fraction for every subject.
    private static String otherVotes() {
        var votes = new StringBuilder("objid,votes,merger\n");
        for (int i = 0; i < 60; i++) {
            votes.append("%d,20,%.2f%n".formatted(1000 + i, (i * 7 % 20) / 40.0));
        }
        return votes.toString();
    }

    private static MemoryPack replacing(MemoryPack pack, String file, String old, String by) {
        var text = new String(pack.files().get(file), StandardCharsets.UTF_8);
        assertTrue(text.contains(old), old);
        return pack.with(file, text.replace(old, by));
    }

    private Api.Answer send(Api sender, MemoryPack pack) {
        return sender.post(
                challenge + "/scoring-versions/pack?reason=mended",
                BodyPublishers.ofByteArray(Zips.of(pack)),
                "Content-Type",
                "application/zip");
    }

    private JsonNode corrected(MemoryPack pack) {
        var answer = send(organiser, pack);
        assertEquals(202, answer.status(), answer::toString);
        return Uploads.await(organiser, answer.header("Location"));
    }

    private JsonNode board(int version) throws InterruptedException {
        var board = Api.nobody().get(challenge + "/leaderboard").json();
        for (int i = 0; i < 300 && board.get("scoringVersion").asInt() < version; i++) {
            Thread.sleep(50);
            board = Api.nobody().get(challenge + "/leaderboard").json();
        }
        assertEquals(version, board.get("scoringVersion").asInt());
        return board;
    }

    private static double score(JsonNode board, String metric) {
        for (var row : board.get("rows")) {
            if (!row.get("baseline").asBoolean()) {
                return row.at("/scores/" + metric + "/value").asDouble();
            }
        }
        throw new AssertionError("nobody is on the board: " + board);
    }

    @Test
    void otherAnswersForTheSameSubjectsMakeAScoringVersion() throws Exception {
        var test = Api.nobody().get(challenge + "/files/test.csv").text();
        double before = score(board(1), "rmse");
        var build = corrected(pack().with("data/votes.csv", otherVotes()));
        assertEquals("built", build.get("state").asText(), build::toString);
        assertEquals(challenge, build.get("challenge").asText());
        double after = score(board(2), "rmse");
        assertFalse(before == after, "scored by the truth that was there");
        assertEquals(
                before,
                score(Api.nobody().get(challenge + "/leaderboard?version=1").json(), "rmse"));
        assertEquals(test, Api.nobody().get(challenge + "/files/test.csv").text());
        var versions = Api.nobody().get(challenge + "/scoring-versions").json();
        assertEquals("mended", versions.get(1).get("reason").asText());
        assertTrue(organiser.get(challenge + "/log").text().contains("a corrected pack: mended"));
        // The same again has nothing more to put right; the truth as it was has.
        var again = corrected(pack().with("data/votes.csv", otherVotes()));
        assertEquals("refused", again.get("state").asText(), again::toString);
        assertTrue(again.toString().contains("nothing would change"), again::toString);
        assertEquals("built", corrected(pack()).get("state").asText());
        assertEquals(before, score(board(3), "rmse"));
    }

    @Test
    void thePackIsTakenElsewhereAsItWasSentOrPutRight() throws Exception {
        assertHolds(pack(), organiser.get(challenge + "/pack"));
        assertEquals(
                422,
                send(organiser, replacing(pack(), "challenge.yaml", "seed: 42", "seed: 43"))
                        .status());
        assertHolds(pack(), organiser.get(challenge + "/pack"));
        var other = pack().with("data/votes.csv", otherVotes());
        assertEquals("built", corrected(other).get("state").asText());
        var taken = organiser.get(challenge + "/pack");
        assertHolds(other, taken);
        assertEquals("application/zip", taken.header("Content-Type"));
        assertTrue(organiser.get("/challenges/" + slug + "/manage").text().contains("href=\"" + challenge + "/pack\""));
        assertEquals(403, Api.participant().get(challenge + "/pack").status());
    }

    private static void assertHolds(MemoryPack pack, Api.Answer zip) throws IOException {
        assertEquals(200, zip.status(), zip::toString);
        var files = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip.response().body()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        var expected = new TreeMap<String, String>();
        pack.files().forEach((name, bytes) -> expected.put(name, new String(bytes, StandardCharsets.UTF_8)));
        assertEquals(expected, files);
    }

    @Test
    void metricsMayBeOthersToo() throws Exception {
        var build = corrected(pack().replacing("- name: rmse\n    primary: true\n", "- name: r2\n    primary: true\n")
                .replacing("  - name: mae\n", "  - name: mae\n  - name: pearson\n"));
        assertEquals("built", build.get("state").asText(), build::toString);
        var metrics = board(2).get("metrics");
        assertEquals(3, metrics.size());
        assertEquals("r2", metrics.get(0).get("key").asText());
        assertEquals("pearson", metrics.get(2).get("key").asText());
    }

    private record Other(String named, UnaryOperator<MemoryPack> pack) {}

    @Test
    void whateverElseDiffersIsNamedAndRefused() throws Exception {
        var others = List.of(
                new Other("\"title\"", pack -> pack.replacing("title: Small mergers", "title: Large mergers")),
                new Other("\"slug\"", pack -> pack.replacing("slug: " + slug, "slug: another")),
                new Other("\"holdout.seed\"", pack -> pack.replacing("seed: 42", "seed: 43")),
                new Other("\"phases[0].quota.per-day\"", pack -> pack.replacing("per-day: 5", "per-day: 50")),
                new Other("\"board.rule\"", pack -> pack.replacing("rule: full", "rule: rounded")),
                new Other(
                        "\"subjects.publish\"",
                        pack -> pack.replacing("publish: [redness, size]", "publish: [redness]")),
                new Other(
                        "is not there any more", pack -> replacing(pack, "data/votes.csv", "\n1007,20,", "\n1007,1,")),
                new Other(
                        "is new, and nothing that was sent predicts it",
                        pack -> replacing(
                                replacing(pack, "data/votes.csv", "\n1007,", "\n2007,20,0.5\n1007,"),
                                "data/subjects.csv",
                                "\n1007,",
                                "\n2007,F1,1.5,3,1\n1007,")),
                new Other(
                        "attributes: size of the subject published as",
                        pack -> replacing(pack, "data/subjects.csv", "\n1001,F0,7.50,1,", "\n1001,F0,7.50,99,")),
                new Other("holdout", pack -> {
                    // Fewer and larger groups.
                    for (int i = 1; i < 11; i += 2) {
                        replacing(pack, "data/subjects.csv", ",F" + i + ",", ",F" + (i + 1) + ",");
                    }
                    return pack;
                }));
        for (var other : others) {
            var refused = refusal(other.pack().apply(pack().with("data/votes.csv", otherVotes())));
            assertTrue(refused.contains(other.named().replace("\"", "\\\"")), other.named() + ": " + refused);
        }
        assertEquals(1, board(1).get("scoringVersion").asInt());
        assertEquals(1, Api.nobody().get(challenge + "/scoring-versions").json().size());
    }

    /// Either at once, or by the build.
    private String refusal(MemoryPack pack) {
        var answer = send(organiser, pack);
        if (answer.status() == 422) {
            return answer.text();
        }
        assertEquals(202, answer.status(), answer::toString);
        var build = Uploads.await(organiser, answer.header("Location"));
        assertEquals("refused", build.get("state").asText(), build::toString);
        return build.toString();
    }

    @Test
    void onlyItsOrganisersSendOneAndTheySayWhatWasWrong() {
        assertEquals(403, send(Api.organiser(), pack()).status());
        assertEquals(403, send(Api.participant(), pack()).status());
        var silent = organiser.post(
                challenge + "/scoring-versions/pack",
                BodyPublishers.ofByteArray(Zips.of(pack())),
                "Content-Type",
                "application/zip");
        assertEquals(400, silent.status(), silent::toString);
    }
}
