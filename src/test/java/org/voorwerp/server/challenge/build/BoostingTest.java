package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.pack.MemoryPack;

/// M. Hardt's "wacky boosting" by one participant through the API: random labels are sent, those that the board says
/// are better are kept, and their majority is the last submission. 1,000 public subjects, 400 submissions. Published
/// ids are drawn anew each time, so labels are drawn for what is published of a subject, and every run is the same.
@QuarkusTest
class BoostingTest {

    private static final int QUERIES = 400;

    private Api organiser;

    @BeforeEach
    void register() {
        organiser = Api.organiser();
    }

    private void host(String slug, String board) {
        var random = new Random(7);
        var solution = new StringBuilder("id,label\n");
        var subjects = new StringBuilder("id,number\n");
        for (int i = 0; i < 2000; i++) {
            solution.append(i).append(random.nextBoolean() ? ",a\n" : ",b\n");
            subjects.append(i).append(',').append(i).append('\n');
        }
        var yaml = """
                voorwerp: 1
                slug: %s
                title: To be boosted
                summary: Labels that nothing tells
                organisers: [Hanny]
                task: {kind: labels, classes: [a, b]}
                truth: {solution: {file: solution.csv, subject: id, columns: {label: label}}}
                subjects: {file: subjects.csv, subject: id, publish: [number]}
                holdout: {fraction: 1, public: 0.5, seed: 1}
                metrics: [{name: accuracy}]
                %s
                phases: [{name: main, starts: 2026-01-01T00:00:00Z, ends: 2036-01-01T00:00:00Z, quota: {per-day: 1000}}]
                pages: {overview: overview.md}
                """.formatted(slug, board);
        Uploads.built(
                organiser,
                new MemoryPack()
                        .with("challenge.yaml", yaml)
                        .with("data/solution.csv", solution.toString())
                        .with("data/subjects.csv", subjects.toString()));
        var published = organiser.post("/api/challenges/" + slug + "/publish", BodyPublishers.noBody());
        assertEquals(200, published.status(), published::toString);
    }

    /// @return by how much the last submission's score on the public part, as it really is, beats chance
    private double boosted(String slug) throws IOException {
        var attacker = Api.participant();
        var ids = Uploads.table(attacker, slug, "test.csv").stream()
                .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.get("number"))))
                .map(row -> row.get("id"))
                .toList();
        var random = new Random(11);
        var kept = new ArrayList<boolean[]>();
        double last = 0.5;
        for (int query = 0; query < QUERIES; query++) {
            var labels = new boolean[ids.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = random.nextBoolean();
            }
            var told = send(attacker, slug, ids, labels).path("accuracy");
            boolean isBetter = !told.isMissingNode() && told.get("value").asDouble() > last;
            if (isBetter) {
                kept.add(labels);
                last = slug.endsWith("full") ? 0.5 : told.get("value").asDouble();
            }
        }
        send(attacker, slug, ids, majority(kept, ids.size()));
        return lastPublicScore(slug) - 0.5;
    }

    private static com.fasterxml.jackson.databind.JsonNode send(
            Api attacker, String slug, List<String> ids, boolean... labels) {
        var csv = new StringBuilder("id,label\n");
        for (int i = 0; i < labels.length; i++) {
            csv.append(ids.get(i)).append(labels[i] ? ",a\n" : ",b\n");
        }
        var answer = attacker.post(
                "/api/challenges/" + slug + "/submissions",
                BodyPublishers.ofString(csv.toString()),
                "Content-Type",
                "text/csv",
                "Prefer",
                "wait=30");
        assertEquals(201, answer.status(), answer::toString);
        return answer.json().get("scores");
    }

    private static boolean[] majority(List<boolean[]> kept, int size) {
        var majority = new boolean[size];
        for (int i = 0; i < size; i++) {
            int votes = 0;
            for (var labels : kept) {
                votes += labels[i] ? 1 : -1;
            }
            majority[i] = votes >= 0;
        }
        return majority;
    }

    /// As the organisers' export has it.
    private double lastPublicScore(String slug) throws IOException {
        var zip =
                organiser.get("/api/challenges/" + slug + "/export").response().body();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (!in.getNextEntry().getName().equals("scores.csv")) {
                // on to the next
            }
            var csv = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            return csv.parse(new InputStreamReader(in, StandardCharsets.UTF_8)).getRecords().stream()
                    .filter(row -> row.get("part").equals("public"))
                    .reduce((before, after) -> after)
                    .map(row -> Double.parseDouble(row.get("value")))
                    .orElseThrow();
        }
    }

    @Test
    @SuppressWarnings("SystemOut")
    void randomLabelsClimbAFullBoardAndNoLadder() throws IOException {
        host("boosted-full", "board: {rule: full}");
        host("boosted-ladder", "");
        double full = boosted("boosted-full");
        double ladder = boosted("boosted-ladder");
        System.out.printf("advantage of boosting: full %.3f, ladder %.3f%n", full, ladder);
        assertTrue(full >= 0.11, () -> "the attack should work where nothing defends, but gains " + full);
        assertTrue(ladder <= 0.07, () -> "advantage " + ladder);
        var disclosed = Api.nobody()
                .get("/api/challenges/boosted-ladder/leaderboard")
                .json()
                .get("disclosed");
        assertEquals("ladder", disclosed.get("rule").asText());
        assertEquals(1000, disclosed.get("subjects").asInt());
        assertEquals(QUERIES + 1, disclosed.get("asked").asInt());
        assertTrue(disclosed.get("told").asInt() < 20, disclosed::toString);
        // Half the scale times √(2 ln 401 / 1000).
        assertEquals(0.0547, disclosed.get("luck").asDouble(), 1e-4);
    }
}
