package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.build.analysis.LeakSearch;
import org.voorwerp.server.challenge.build.source.IdKey;
import org.voorwerp.server.challenge.build.source.PackTables;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.challenge.pack.PackReader.Accepted;
import org.voorwerp.server.challenge.pack.Zips;
import org.voorwerp.server.metric.catalogue.Catalogue;

/// What tells the truth without being meant to keeps a challenge from being published, and is named.
@QuarkusTest
class LeaksTest {

    @Inject
    PackBuilder builder;

    @Inject
    Catalogue catalogue;

    @TempDir
    Path folder;

    private Api organiser;

    @BeforeEach
    void register() {
        organiser = Api.organiser();
    }

    /// 600 galaxies, each a field of its own; `exposure` says who had the votes, `size` says nothing.
    private static MemoryPack pack(String slug) {
        var random = new Random(1);
        var votes = new StringBuilder("objid,votes,merger\n");
        var subjects = new StringBuilder("objid,field,redness,size,exposure\n");
        for (int i = 0; i < 600; i++) {
            double merger = random.nextInt(20) / 20.0;
            votes.append("%d,20,%.2f%n".formatted(1000 + i, merger));
            subjects.append("%d,F%d,%.3f,%.3f,%.1f%n"
                    .formatted(
                            1000 + i, i, random.nextDouble(), random.nextDouble(), 100 + merger + random.nextDouble()));
        }
        return new MemoryPack()
                .with("data/votes.csv", votes.toString())
                .with("data/subjects.csv", subjects.toString())
                .replacing("slug: small-mergers", "slug: " + slug);
    }

    private Api.Answer publish(String slug) {
        return organiser.post("/api/challenges/" + slug + "/publish", BodyPublishers.noBody());
    }

    @Test
    void aPackThatTellsNothingIsPublished() {
        var build = Uploads.built(organiser, pack("leaks-none"));
        assertEquals("[]", build.get("report").get("leaks").toString());
        assertEquals(200, publish("leaks-none").status());
        var log = organiser.get("/api/challenges/leaks-none/log").json();
        assertTrue(log.toString().contains("\"published\""), log::toString);
    }

    @Test
    void aPublishedColumnThatTellsTheTruthIsNamedAndMayBeDeclared() {
        Uploads.built(organiser, pack("leaks-exposure").replacing("[redness, size]", "[redness, exposure]"));
        var refused = publish("leaks-exposure");
        assertEquals(409, refused.status(), refused::toString);
        assertEquals("/problems/not-publishable", refused.json().get("type").asText());
        var obstacles = refused.json().get("obstacles");
        assertEquals(1, obstacles.size(), obstacles::toString);
        assertTrue(obstacles.get(0).asText().startsWith("exposure alone tells the truth"), obstacles::toString);
        assertEquals(404, Api.nobody().get("/api/challenges/leaks-exposure").status(), "it is a draft still");
        Uploads.built(
                organiser,
                pack("leaks-exposure").replacing("[redness, size]", "[redness, exposure]\n  informative: [exposure]"));
        assertEquals(200, publish("leaks-exposure").status());
    }

    @Test
    void idsThatTellTheTruthByChanceAreDrawnAnew() throws IOException {
        var files = new MemoryPack().publishable().files();
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        var pack = new FolderPack(folder, null);
        var definition = assertInstanceOf(Accepted.class, new PackReader(catalogue.metrics()).read(pack))
                .definition();
        var unlucky = IntStream.range(0, 10_000)
                .mapToObj(LeaksTest::key)
                .filter(key -> idsTell(pack, definition, key))
                .findFirst()
                .orElseThrow();
        var work = Files.createDirectory(folder.resolve("work"));
        var built = builder.build(pack, unlucky, work, (step, share) -> {});
        assertEquals(List.of(), built.report().leaks());
        assertFalse(Arrays.equals(unlucky.bytes(), built.idKey().bytes()));

        var known = new IdKey(unlucky.bytes(), true);
        built = builder.build(pack, known, work, (step, share) -> {});
        assertEquals(known, built.idKey(), "participants have these ids");
    }

    private static IdKey key(int n) {
        return new IdKey(ByteBuffer.allocate(32).putInt(n).array(), false);
    }

    private boolean idsTell(FolderPack pack, Definition definition, IdKey key) {
        try {
            return LeakSearch.idsTell(PackTables.read(pack, definition, catalogue, key, (step, share) -> {})
                    .subjects());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anOracleIsRefusedWithTheNumbersThatWouldDo() {
        Uploads.built(organiser, ofProbabilities("leaks-oracle", "log-loss"));
        var refused = publish("leaks-oracle");
        assertEquals(409, refused.status(), refused::toString);
        assertTrue(
                refused.json().get("detail").asText().contains("public labels from every score of log-loss"),
                refused::toString);
    }

    @Test
    void norDoesAChallengeBecomeOneWhenItsMetricsChange() {
        Uploads.built(organiser, ofProbabilities("leaks-later", "brier"));
        assertEquals(200, publish("leaks-later").status());
        var versions = "/api/challenges/leaks-later/scoring-versions";
        var refused = organiser.postJson(versions, """
                {"reason": "x", "metrics": [{"name": "log-loss"}]}""");
        assertEquals(400, refused.status(), refused::toString);
        assertTrue(
                refused.json().get("detail").asText().contains("public labels from every score of log-loss"),
                refused::toString);
        var sent = organiser.post(
                versions + "/pack?reason=x",
                BodyPublishers.ofByteArray(Zips.of(ofProbabilities("leaks-later", "log-loss"))),
                "Content-Type",
                "application/zip");
        var build = Uploads.await(organiser, sent.header("Location"));
        assertEquals("refused", build.get("state").asText(), build::toString);
        assertTrue(build.toString().contains("public labels from every score of log-loss"), build::toString);
        assertEquals(1, organiser.get(versions).json().size());
    }

    private static MemoryPack ofProbabilities(String slug, String metric) {
        var pack = pack(slug);
        var labels = new StringBuilder("id,label\n");
        for (int i = 0; i < 600; i++) {
            labels.append(1000 + i).append(i % 2 == 0 ? ",yes\n" : ",no\n");
        }
        return pack.with("data/solution.csv", labels.toString())
                .with("challenge.yaml", """
                voorwerp: 1
                slug: SLUG
                title: An oracle
                summary: Tells labels
                organisers: [Hanny]
                task: {kind: probabilities, classes: [yes, no]}
                truth: {solution: {file: solution.csv, subject: id, columns: {label: label}}}
                holdout: {fraction: 0.5, public: 0.5, seed: 1}
                metrics: [{name: METRIC}]
                board: {rule: rounded, step: 0.001}
                phases: [{name: main, starts: 2026-01-01T00:00:00Z, ends: 2036-01-01T00:00:00Z}]
                pages: {overview: overview.md}
                """.replace("yes, no", "\"yes\", \"no\"")
                        .replace("SLUG", slug)
                        .replace("METRIC", metric));
    }

    @Test
    void theReportSaysWhichDifferencesAreNoise() {
        var build = Uploads.built(organiser, pack("leaks-power"));
        var power = StreamSupport.stream(build.get("report").get("power").spliterator(), false)
                .filter(p -> p.get("metric").asText().equals("mae"))
                .filter(p -> p.get("part").asText().equals("public"))
                .findFirst()
                .orElseThrow();
        double noise = power.get("noise").asDouble();
        int subjects = power.get("subjects").asInt();
        assertEquals(150, subjects);
        // An error of a subject is a fifth of the distance of two random twentieths, whose deviation is about 0.24.
        double expected = 1.96 * Math.sqrt(2.0 / subjects) * 0.2 * 0.236;
        assertEquals(expected, noise, expected * 0.3);
        assertEquals((1.959964 + 0.841621) / 1.959964, power.get("told").asDouble() / noise, 1e-5);
    }
}
