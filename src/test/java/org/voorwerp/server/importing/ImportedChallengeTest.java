package org.voorwerp.server.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.build.PublishedPack;
import org.voorwerp.server.challenge.build.Uploads;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;
import org.voorwerp.server.metric.sandbox.Sandbox;

/// Challenges of other platforms, imported, hosted and scored by their own programs.
@QuarkusTest
class ImportedChallengeTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void requirePrograms() {
        assumeTrue(
                Sandbox.problem().isEmpty(),
                () -> "skipped: " + Sandbox.problem().orElse(""));
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "skipped: there is no python3");
    }

    /// The pack as it is uploaded.
    private MemoryPack imported(Foreign foreign) throws Exception {
        PackImport.run(foreign.write(folder.resolve("from")), folder.resolve("pack"));
        var pack = new MemoryPack();
        for (var file : SourceFolder.files(folder.resolve("pack"))) {
            pack.with(folder.resolve("pack").relativize(file).toString(), Files.readAllBytes(file));
        }
        return pack;
    }

    /// Sends for each test subject what `answers` has for its original id.
    private static Api.Answer submit(String slug, Map<String, String> answers) {
        var participant = Api.participant();
        participant.post("/api/challenges/" + slug + "/terms/acceptance");
        var test = participant
                .get("/api/challenges/" + slug + "/files/test.csv")
                .text()
                .lines()
                .toList();
        var sample = participant
                .get("/api/challenges/" + slug + "/files/sample_submission.csv")
                .text()
                .lines()
                .toList();
        var csv = new StringBuilder(sample.getFirst()).append('\n');
        for (var row : test.subList(1, test.size())) {
            var cells = row.split(",");
            csv.append(cells[0]).append(',').append(answers.get(cells[1])).append('\n');
        }
        return participant.post(
                "/api/challenges/" + slug + "/submissions",
                BodyPublishers.ofString(csv.toString()),
                "Content-Type",
                "text/csv",
                "Prefer",
                "wait=60");
    }

    @Test
    void aCodabenchBundleIsScoredByItsOwnProgram() throws Exception {
        PublishedPack.publish(Api.organiser(), imported(Foreign.codabench()), "shapes-of-clouds");
        // Five of the eight of the public part are right.
        var answers = List.of("round", "long", "round", "torn", "long", "long", "long", "round");
        var given = new HashMap<String, String>();
        for (int i = 0; i < 8; i++) {
            given.put("c" + (i + 1), answers.get(i));
        }
        for (int i = 1; i <= 4; i++) {
            given.put("d" + i, "long");
        }
        var answer = submit("shapes-of-clouds", given);
        assertEquals(201, answer.status(), answer::toString);
        assertEquals("scored", answer.json().get("state").asText(), answer::toString);
        assertEquals(0.625, answer.json().at("/scores/right/value").asDouble(), 1e-12);
        assertEquals(3, answer.json().at("/scores/wrong/value").asDouble(), 1e-12);
        var board =
                Api.nobody().get("/api/challenges/shapes-of-clouds/leaderboard").json();
        assertEquals("right", board.at("/metrics/0/key").asText());
        assertEquals("lower", board.at("/metrics/1/direction").asText());
    }

    @Test
    void aBundleThatIsSentIsBuiltAndAnsweredWithWhatBecameOfIt() throws Exception {
        var organiser = Api.organiser();
        var bundle =
                Foreign.codabench().replacing("competition.yaml", "title: Shapes of Clouds", "title: Clouds again");
        var answer = send(organiser, "", Files.readAllBytes(bundle.zip(folder.resolve("bundle.zip"))));
        assertEquals(202, answer.status(), answer::toString);
        var build = Uploads.await(organiser, answer.header("Location"));
        assertEquals("built", build.get("state").asText(), build::toString);
        var report = answer.json().get("report");
        assertTrue(report.get("taken").size() > 3, answer::toString);
        assertTrue(report.get("assumed").toString().contains("original_id"), answer::toString);
        assertTrue(report.get("lost").isArray(), answer::toString);
        assertEquals(200, organiser.get("/api/challenges/clouds-again").status());
        assertEquals(404, Api.nobody().get("/api/challenges/clouds-again").status());
    }

    @Test
    void aFolderThatIsSentIsCalledLikeItsArchive() throws Exception {
        var organiser = Api.organiser();
        var zip = Files.readAllBytes(Foreign.kaggle().zip(folder.resolve("folder.zip")));
        var answer = send(organiser, "?name=cats-by-post.zip", zip);
        assertEquals(202, answer.status(), answer::toString);
        assertEquals("cats-by-post", answer.json().at("/build/slug").asText(), answer::toString);
        Uploads.await(organiser, answer.header("Location"));
    }

    @Test
    void whatCannotBeImportedIsToldAndNothingIsKept() throws Exception {
        var organiser = Api.organiser();
        var nothing = new Foreign().with("readme.txt", "hello").zip(folder.resolve("nothing.zip"));
        var refused = send(organiser, "", Files.readAllBytes(nothing));
        assertEquals(422, refused.status(), refused::toString);
        assertTrue(refused.json().get("type").asText().endsWith("/not-imported"), refused::toString);
        assertTrue(refused.text().contains("competition.yaml"), refused::toString);
        assertEquals(
                422,
                send(organiser, "", "no zip".getBytes(StandardCharsets.UTF_8)).status());
        for (var attack : Zips.attacks()) {
            var answer = send(organiser, "", attack.zip());
            assertEquals(422, answer.status(), () -> attack + ": " + answer);
        }
    }

    private static Api.Answer send(Api organiser, String query, byte[] zip) {
        return organiser.post(
                "/api/imports" + query, BodyPublishers.ofByteArray(zip), "Content-Type", "application/zip");
    }

    @Test
    void anEvalAiChallengeIsScoredByItsOwnScript() throws Exception {
        PublishedPack.publish(Api.organiser(), imported(Foreign.evalAi()), "depths-of-lakes");
        var answer = submit("depths-of-lakes", Map.of("1", "1.0", "2", "20.25", "3", "5.125", "4", "40.0"));
        assertEquals(201, answer.status(), answer::toString);
        assertEquals(0.75, answer.json().at("/scores/Error/value").asDouble(), 1e-12, answer::toString);
        assertEquals(0.75, answer.json().at("/scores/Share/value").asDouble(), 1e-12);
    }

    @Test
    void aFolderAsForKaggleIsScored() throws Exception {
        var foreign = Foreign.kaggle();
        PackImport.run(foreign.write(folder.resolve("cats-and-dogs")), folder.resolve("pack"));
        var pack = new MemoryPack();
        for (var file : SourceFolder.files(folder.resolve("pack"))) {
            pack.with(folder.resolve("pack").relativize(file).toString(), Files.readAllBytes(file));
        }
        PublishedPack.publish(Api.organiser(), pack, "cats-and-dogs");
        var answer = submit("cats-and-dogs", Map.of("1", "cat", "2", "dog", "3", "dog", "4", "cat", "5", "dog"));
        assertEquals(201, answer.status(), answer::toString);
        assertEquals(2.0 / 3, answer.json().at("/scores/accuracy/value").asDouble(), 1e-12);
        assertTrue(answer.text().contains("main"));
    }
}
