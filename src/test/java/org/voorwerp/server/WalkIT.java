package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a newcomer does with the packaged server, by curl alone.
class WalkIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static PackagedServer server;

    @BeforeAll
    static void start() throws IOException {
        server = PackagedServer.start(data);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void theConsoleSaysWhereItIsAndHowToSubmit() throws Exception {
        var console = server.console();
        assertTrue(console.contains(server.address()), console);
        assertTrue(console.contains(server.organiserToken()), console);
        var line = console.lines()
                .map(String::strip)
                .filter(text -> text.startsWith("curl "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no curl line in:\n" + console));
        // The line as a person pastes it, only told to print the status too.
        var answer = shell(line + " -w '\\n%{http_code}'");
        assertTrue(answer.endsWith("201"), answer);
        var submission = JSON.readTree(answer.substring(0, answer.lastIndexOf('\n')));
        assertEquals("scored", submission.get("state").asText());
        assertTrue(submission.get("rank").asInt() >= 1, answer);
        var primary = submission.get("scores").elements().next();
        assertTrue(primary.get("low").asDouble() <= primary.get("value").asDouble(), answer);
        assertTrue(primary.get("value").asDouble() <= primary.get("high").asDouble(), answer);
    }

    @Test
    void twoChallengesArePublishedAndTheirBoardsShowBaselines() throws Exception {
        var challenges =
                json("curl -sf " + server.address() + "/api/challenges").findValuesAsText("slug");
        assertTrue(challenges.contains("papyri-characters"), challenges::toString);
        assertTrue(challenges.contains("galaxy-mergers"), challenges::toString);
        for (var slug : new String[] {"papyri-characters", "galaxy-mergers"}) {
            var deadline = Instant.now().plusSeconds(60);
            while (baselines(slug) < 3) {
                assertTrue(Instant.now().isBefore(deadline), slug + " shows " + baselines(slug) + " baselines");
                Thread.sleep(500);
            }
        }
    }

    @Test
    void filesComeWholeAndInPieces() throws Exception {
        for (var file : json("curl -sf " + api("papyri-characters") + "/files")) {
            var url = api("papyri-characters") + "/files/" + file.get("name").asText();
            var sum = shell("curl -sf " + url + " | sha256sum").strip();
            assertTrue(sum.startsWith(file.get("sha256").asText()), () -> file + " has " + sum);
        }
        var test = api("papyri-characters") + "/files/test.csv";
        assertEquals(
                shell("curl -sf " + test + " | sha256sum"),
                shell("(curl -sf -r 0-99 " + test + "; curl -sf -r 100- " + test + ") | sha256sum"));
    }

    @Test
    void aParticipantRegistersSubmitsAndStandsOnTheBoard() throws Exception {
        var account = json("curl -sf -H 'Content-Type: application/json' -d '{\"handle\": \"hanny\"}' "
                + server.address() + "/api/accounts");
        var token = account.get("secret").asText();
        // Once, and without a body: one line in a notebook.
        var terms = json("curl -sf -X POST -H 'Authorization: Bearer " + token + "' " + api("papyri-characters")
                + "/terms/acceptance");
        assertFalse(terms.get("acceptedAt").isNull(), terms::toString);
        var sample = api("papyri-characters") + "/files/sample_submission.csv";
        var submission = json("curl -sf " + sample + " | gzip | curl -s -H 'Authorization: Bearer " + token
                + "' -H 'Content-Type: text/csv' -H 'Content-Encoding: gzip' -H 'Prefer: wait=30' --data-binary @- "
                + api("papyri-characters") + "/submissions");
        assertEquals("scored", submission.get("state").asText(), submission::toString);
        var csv = shell("curl -sf -H 'Accept: text/csv' " + api("papyri-characters") + "/leaderboard");
        assertTrue(csv.contains(",hanny,"), csv);
        assertFalse(csv.contains("private"), csv);
    }

    @Test
    void aBadFileIsAnsweredWithItsLinesAndCostsNothing() throws Exception {
        var sample = api("galaxy-mergers") + "/files/sample_submission.csv";
        var answer =
                shell("curl -sf " + sample + " | sed '5s/,.*/,many/' | curl -s -w '\\n%{http_code}' -H 'Authorization:"
                        + " Bearer " + server.organiserToken() + "' -H 'Content-Type: text/csv' --data-binary @- "
                        + api("galaxy-mergers") + "/submissions");
        assertTrue(answer.endsWith("422"), answer);
        var first = JSON.readTree(answer.substring(0, answer.lastIndexOf('\n')))
                .get("errors")
                .get(0);
        assertEquals(5, first.get("line").asInt(), answer);
        assertEquals(2, first.get("column").asInt(), answer);
        assertTrue(first.get("message").asText().contains("\"many\""), answer);
    }

    @Test
    void thePagesAreThere() throws Exception {
        for (var path : new String[] {
            "/",
            "/challenges/papyri-characters",
            "/challenges/galaxy-mergers/data",
            "/challenges/galaxy-mergers/rules",
            "/challenges/galaxy-mergers/leaderboard",
            "/sign-in",
            "/q/health",
            "/q/metrics",
            "/openapi"
        }) {
            assertEquals("200", shell("curl -s -o /dev/null -w '%{http_code}' " + server.address() + path), path);
        }
    }

    private static long baselines(String slug) throws IOException, InterruptedException {
        return json("curl -sf " + api(slug) + "/leaderboard").get("rows").findValues("baseline").stream()
                .filter(JsonNode::asBoolean)
                .count();
    }

    private static String api(String slug) {
        return server.address() + "/api/challenges/" + slug;
    }

    private static JsonNode json(String command) throws IOException, InterruptedException {
        return JSON.readTree(shell(command));
    }

    private static String shell(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", "set -o pipefail; " + command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> command + "\nprinted: " + output);
        return output;
    }
}
