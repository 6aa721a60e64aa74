package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.pack.MemoryPack;

/// A pack's table of the truth that was put right.
@QuarkusTest
class CorrectedTableTest {

    /// What an organiser has is the table, and what was wrong in it is put right there.
    @Test
    void theWholeTablePutRightMakesAScoringVersion() throws Exception {
        var organiser = Api.organiser();
        var slug = "whole-table";
        var pack = new MemoryPack()
                .with("challenge.yaml", """
                        voorwerp: 1
                        slug: whole-table
                        title: Letters
                        summary: Which letter is it?
                        organisers: [Hanny]
                        task: {kind: labels, id: image, classes: [Alpha, Beta]}
                        truth: {solution: {file: solution.csv, subject: key, columns: {label: letter}}}
                        holdout: {fraction: 0.5, public: 1, seed: 7}
                        metrics: [{name: accuracy}]
                        board: {rule: full}
                        phases: [{name: main, starts: 2026-01-01T00:00:00Z}]
                        pages: {overview: overview.md}
                        """)
                .with("data/solution.csv", solution(i -> i % 2 == 0 ? "Alpha" : "Beta", 40));
        Uploads.built(organiser, pack);
        assertEquals(200, organiser.post("/api/challenges/" + slug + "/publish").status());
        var sample = Api.nobody()
                .get("/api/challenges/" + slug + "/files/sample_submission.csv")
                .text();
        var sent = Api.participant()
                .post(
                        "/api/challenges/" + slug + "/submissions",
                        BodyPublishers.ofString(
                                sample.replaceAll(",.*\\n", ",Alpha\n").replace("image,Alpha", "image,label")),
                        "Content-Type",
                        "text/csv",
                        "Prefer",
                        "wait=30");
        assertEquals(201, sent.status(), sent::toString);
        var versions = "/api/challenges/" + slug + "/scoring-versions?reason=mended&whole=true";
        var partial = organiser.post(
                versions, BodyPublishers.ofString(solution(_ -> "Alpha", 10)), "Content-Type", "text/csv");
        assertEquals(400, partial.status(), partial::toString);
        assertTrue(partial.text().contains("test subjects are missing"), partial::toString);
        var whole = organiser.post(
                versions, BodyPublishers.ofString(solution(_ -> "Alpha", 40)), "Content-Type", "text/csv");
        assertEquals(202, whole.status(), whole::toString);
        var rows = Api.nobody().get("/api/challenges/" + slug + "/leaderboard").json();
        for (int i = 0; i < 300 && rows.get("scoringVersion").asInt() < 2; i++) {
            Thread.sleep(50);
            rows = Api.nobody().get("/api/challenges/" + slug + "/leaderboard").json();
        }
        assertEquals(2, rows.get("scoringVersion").asInt());
        assertEquals(1, rows.at("/rows/0/scores/accuracy/value").asDouble(), rows::toString);
    }

    private static String solution(IntFunction<String> letter, int subjects) {
        var csv = new StringBuilder("key,letter\n");
        for (int i = 0; i < subjects; i++) {
            csv.append("k").append(i).append(',').append(letter.apply(i)).append('\n');
        }
        return csv.toString();
    }
}
