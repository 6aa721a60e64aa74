package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;
import org.voorwerp.server.metric.sandbox.Sandbox;

/// The packaged server with the example plug-in's jar, and with queries and programs, which find their ways from the
/// server's jars too.
class PluginIT {

    private static final Path JAR = Path.of("..", "target", "example-plugin", "voorwerp-example-plugin.jar");
    private static final Path PROGRAM = Path.of("test", "resources", "programs");

    @Test
    void metricsOfAllThreeKindsScoreSideBySide(@TempDir Path folder) throws Exception {
        var plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.copy(JAR, plugins.resolve("example.jar"));
        Files.writeString(plugins.resolve("broken.jar"), "no jar");
        try (var server = PackagedServer.start(
                folder.resolve("data"),
                "-Dvoorwerp.plugins.folder=" + plugins,
                "-Dvoorwerp.packs.folder=" + folder.resolve("none"))) {
            var api = new ApiClient(server.address(), server.organiserToken());
            assertTrue(server.console().contains("the plug-in broken.jar is left out"), server::address);
            var listed = api.getJson("/api/metrics");
            for (var metric : listed) {
                if (metric.get("name").asText().equals("within-tolerance")) {
                    assertEquals("example.jar", metric.get("source").asText());
                    assertEquals("tolerance", metric.at("/parameters/0/name").asText());
                    assertTrue(metric.get("documentation").asText().startsWith("The share of subjects"));
                }
            }
            assertTrue(listed.findValuesAsText("name").contains("within-tolerance"), listed::toString);

            host(api);
            var csv = api.get("/api/challenges/small-mergers/files/sample_submission.csv")
                    .lines()
                    .map(line -> line.replaceFirst(",.*[0-9].*", ",0.5"))
                    .collect(Collectors.joining("\n", "", "\n"));
            var scores = api.submit("small-mergers", csv).get("scores");
            double within = scores.at("/within-tolerance/value").asDouble(-1);
            assertTrue(within > 0 && within < 1, scores::toString);
            assertTrue(scores.at("/within-tolerance/low").asDouble() < within, scores::toString);
            assertEquals(within, scores.at("/within-sql/value").asDouble(-1), 1e-12);
            if (programsRun()) {
                assertEquals(within, scores.at("/within_program/value").asDouble(-1), 1e-12);
            }
        }
    }

    private static boolean programsRun() {
        return Sandbox.problem().isEmpty() && Files.isExecutable(Path.of("/usr/bin/python3"));
    }

    private static void host(ApiClient api) throws Exception {
        var metrics = """
                metrics:
                  - name: within-tolerance
                    parameters: {tolerance: 0.2}
                    primary: true
                  - name: within-sql
                    direction: higher
                    sql: select id, abs(truth_merger_fraction - prediction_merger_fraction) <= 0.2 from aligned
                """;
        if (programsRun()) {
            metrics += "  - {name: within_program, direction: higher, program: near}\n";
        } else {
            System.out.println("without a program: " + Sandbox.problem().orElse("there is no python3"));
        }
        var pack = new MemoryPack()
                .publishable()
                .replacing("metrics:\n  - name: rmse\n    primary: true\n  - name: mae\n", metrics)
                .with("near/metadata.yaml", Files.readString(PROGRAM.resolve("near/metadata.yaml")))
                .with("near/score.py", Files.readString(PROGRAM.resolve("near/score.py")));
        var answer = api.post("/api/challenges", "application/zip", BodyPublishers.ofByteArray(Zips.of(pack)));
        assertEquals(202, answer.statusCode(), answer::body);
        var location = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        var deadline = Instant.now().plusSeconds(120);
        var build = api.getJson(location);
        while (!build.has("finishedAt") && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
            build = api.getJson(location);
        }
        assertEquals("built", build.get("state").asText(), build::toString);
        assertEquals(
                200,
                api.post("/api/challenges/small-mergers/publish", "application/json", BodyPublishers.noBody())
                        .statusCode());
    }
}
