package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The client for Python against the packaged server: installed from it, and used as in its README.
class PythonClientIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SOURCES =
            Path.of("..", "clients", "python").toAbsolutePath().normalize();
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    static Path folder;

    private static PackagedServer server;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "skipped: there is no " + PYTHON);
        server = PackagedServer.start(folder.resolve("data"));
        var api = new ApiClient(server.address(), server.organiserToken());
        token = JSON.readTree(api.post(
                                "/api/accounts",
                                "application/json",
                                BodyPublishers.ofString("{\"handle\": \"pythonist\"}"))
                        .body())
                .get("secret")
                .asText();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void pipInstallsItFromTheServerAlone() throws Exception {
        assumeTrue(run(List.of(PYTHON, "-m", "venv", "--help")).exit() == 0, "skipped: this Python has no venv");
        var environment = folder.resolve("environment");
        var made = run(List.of(PYTHON, "-m", "venv", environment.toString()));
        assumeTrue(made.exit() == 0, "skipped: no environment can be made: " + made.output());
        var pip = environment.resolve("bin/pip").toString();
        var found =
                run(List.of(pip, "install", "--no-index", "--find-links", server.address() + "/client/", "voorwerp"));
        assertEquals(0, found.exit(), found::output);
        var listed = run(
                List.of(environment.resolve("bin/voorwerp").toString(), "challenges"),
                Map.of("VOORWERP_URL", server.address()));
        assertTrue(listed.output().contains("papyri-characters"), listed::output);
        assertEquals(0, run(List.of(pip, "uninstall", "-y", "voorwerp")).exit());

        var page = run(List.of("curl", "-s", server.address() + "/client/")).output();
        var wheel = page.replaceFirst("(?s).*href=\"([^#]*)#.*", "$1");
        assertTrue(page.contains("pip install " + server.address() + wheel), page);
        var direct = run(List.of(pip, "install", "--no-index", server.address() + wheel));
        assertEquals(0, direct.exit(), direct::output);

        // What the documentation says of the address without a version.
        var unversioned = run(List.of(pip, "install", "--no-index", server.address() + "/client/voorwerp.whl"));
        assertTrue(unversioned.output().contains("not a valid wheel filename"), unversioned::output);
        var led = run(List.of(
                "curl", "-sLo", "/dev/null", "-w", "%{url_effective}", server.address() + "/client/voorwerp.whl"));
        assertEquals(server.address() + wheel, led.output());
    }

    @Test
    void aParticipantGoesFromTheDataToTheBoard() throws Exception {
        var data = folder.resolve("fetched");
        assertEquals(
                0,
                command("download", "galaxy-mergers", "-p", data.toString(), "-q")
                        .exit());
        var sample = data.resolve("sample_submission.csv");
        assertTrue(Files.exists(sample));

        var refused = command("submit", "galaxy-mergers", sample.toString());
        assertEquals(1, refused.exit());
        assertTrue(refused.output().contains("voorwerp terms galaxy-mergers --accept"), refused::output);
        var accepted = command("terms", "galaxy-mergers", "--accept");
        assertTrue(accepted.output().contains("(accepted 2"), accepted::output);

        var sent =
                command("submit", "-c", "galaxy-mergers", "-f", sample.toString(), "-m", "a note", "--wait", "--json");
        assertEquals(0, sent.exit(), sent::output);
        var submission = JSON.readTree(sent.output());
        assertEquals("scored", submission.get("state").asText());
        assertEquals("sample_submission.csv", submission.get("fileName").asText());
        var again = command("submit", "galaxy-mergers", sample.toString(), "--wait");
        assertTrue(again.output().contains("this file was sent before"), again::output);
        assertTrue(again.output().contains(submission.get("id").asText()), again::output);
        assertEquals(1, json("submissions", "galaxy-mergers", "--json").size());

        var board = json("board", "galaxy-mergers", "--json");
        assertTrue(board.get("rows").findValuesAsText("team").contains("pythonist"), board::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"galaxy-mergers", "papyri-characters"})
    void theTutorialBeatsItsBaseline(String slug) throws Exception {
        var has = run(List.of(PYTHON, "-c", "import pandas, sklearn, PIL"));
        assumeTrue(has.exit() == 0, () -> "skipped: " + has.output());
        var script = SOURCES.resolve("../../docs/tutorials/" + slug + ".py").normalize();
        var run = run(
                List.of(PYTHON, "-W", "ignore::DeprecationWarning", script.toString()),
                Map.of(
                        "VOORWERP_URL", server.address(),
                        "VOORWERP_TOKEN", token,
                        "PYTHONPATH", SOURCES.toString()),
                Files.createDirectories(folder.resolve("tutorial")));
        assertEquals(0, run.exit(), run::output);
        assertTrue(run.output().contains("your team's rank: 1"), run::output);
    }

    @Test
    void mistakesAreToldByTheirLines() throws Exception {
        command("terms", "galaxy-mergers", "--accept");
        var bad = folder.resolve("bad.csv");
        Files.writeString(bad, "id,merger_fraction\nnobody,many\n");
        var refused = command("submit", "galaxy-mergers", bad.toString());
        assertEquals(1, refused.exit());
        assertTrue(refused.output().contains("line 2, column 2"), refused::output);
    }

    @Test
    void aDownloadGoesOnWhereItStopped() throws Exception {
        var data = folder.resolve("resumed");
        assertEquals(
                0,
                command("download", "papyri-characters", "-f", "images.zip", "-p", data.toString())
                        .exit());
        var whole = Files.readAllBytes(data.resolve("images.zip"));
        var sha256 = digestOf("images.zip");
        Files.delete(data.resolve("images.zip"));
        var part = data.resolve("images.zip." + sha256.substring(0, 12) + ".part");
        Files.write(part, Arrays.copyOf(whole, whole.length / 2));
        assertEquals(
                0,
                command("download", "papyri-characters", "-f", "images.zip", "-p", data.toString())
                        .exit());
        assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(data.resolve("images.zip"))));
        assertFalse(Files.exists(part));
    }

    private static String digestOf(String name) throws Exception {
        for (var file : json("files", "papyri-characters", "--json")) {
            if (file.get("name").asText().equals(name)) {
                return file.get("sha256").asText();
            }
        }
        throw new AssertionError("there is no " + name);
    }

    private static JsonNode json(String... arguments) throws Exception {
        return JSON.readTree(command(arguments).output());
    }

    private static Outcome command(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(PYTHON, "-m", "voorwerp"));
        command.addAll(List.of(arguments));
        return run(command, Map.of("VOORWERP_URL", server.address(), "VOORWERP_TOKEN", token));
    }

    private record Outcome(int exit, String output) {}

    private static Outcome run(List<String> command) throws Exception {
        return run(command, Map.of());
    }

    private static Outcome run(List<String> command, Map<String, String> environment) throws Exception {
        return run(command, environment, SOURCES);
    }

    private static Outcome run(List<String> command, Map<String, String> environment, Path where) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(where.toFile());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
