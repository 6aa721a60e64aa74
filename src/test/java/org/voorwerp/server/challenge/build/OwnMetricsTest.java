package org.voorwerp.server.challenge.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.server.Api;
import org.voorwerp.server.Api.Answer;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;
import org.voorwerp.server.metric.program.ProgramStore;
import org.voorwerp.server.metric.sandbox.Sandbox;

/// Queries and programs of organisers, over HTTP: the examples of docs/write-a-metric.md, and hostile ones.
@QuarkusTest
class OwnMetricsTest {

    @Inject
    ProgramStore programs;

    private static final Path GUIDE = Path.of("..", "docs", "write-a-metric.md");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String METRICS = """
            metrics:
              - name: rmse
                primary: true
              - name: mae
            """;

    /// A challenge and who holds it.
    private record Hosted(Api organiser, String slug) {

        /// Sends what predicts the same or, for the first subject, another number, and waits for what comes of it.
        JsonNode submit(Api participant, IntFunction<String> prediction) throws IOException {
            var csv = new StringBuilder("id,merger_fraction\n");
            int i = 0;
            for (var row : Uploads.table(participant, slug, "test.csv")) {
                csv.append(row.get("id"))
                        .append(',')
                        .append(prediction.apply(i++))
                        .append('\n');
            }
            var answer = participant.post(
                    "/api/challenges/" + slug + "/submissions",
                    BodyPublishers.ofString(csv.toString()),
                    "Content-Type",
                    "text/csv",
                    "Prefer",
                    "wait=60");
            assertEquals(201, answer.status(), answer::toString);
            return answer.json();
        }

        double score(JsonNode submission, String metric) {
            var score = submission.at("/scores/" + metric + "/value");
            assertTrue(score.isNumber(), submission::toString);
            return score.asDouble();
        }
    }

    private static MemoryPack pack(String metrics) {
        return new MemoryPack()
                .publishable()
                .replacing("slug: small-mergers", "slug: own-" + NUMBER.incrementAndGet())
                .replacing("baselines: [constant, one-volunteer, linear-regression]\n", "")
                .replacing(METRICS, metrics);
    }

    private static Hosted host(MemoryPack pack) {
        var organiser = Api.organiser();
        var slug = Uploads.built(organiser, pack).at("/slug").asText();
        assertFalse(slug.isEmpty());
        assertEquals(
                200,
                organiser
                        .post("/api/challenges/" + slug + "/publish", BodyPublishers.noBody())
                        .status());
        return new Hosted(organiser, slug);
    }

    /// The code of a language in a section of the guide, block by block.
    private static List<String> blocks(String section, String language) throws IOException {
        var guide = Files.readString(GUIDE);
        int begin = guide.indexOf("\n## " + section);
        int end = guide.indexOf("\n## ", begin + 4);
        var text = guide.substring(begin, end < 0 ? guide.length() : end);
        var found = new ArrayList<String>();
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .forEach(block -> found.add(block.group(1)));
        return found;
    }

    private static MemoryPack withProgram(String python) {
        return pack("""
                metrics:
                  - name: worst
                    direction: lower
                    program: scoring
                """)
                .with("scoring/metadata.yaml", "command: python3 $program/score.py $input $output\n")
                .with("scoring/score.py", python);
    }

    private static void assumePrograms() {
        assumeTrue(
                Sandbox.problem().isEmpty(),
                () -> "skipped: " + Sandbox.problem().orElse(""));
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "skipped: there is no python3");
    }

    @Test
    void theGuidesQueriesScoreLikeTheMetricsOfTheCatalogue() throws IOException {
        var sql = blocks("In SQL", "yaml").getFirst() + "  - name: mae\n";
        var hosted = host(pack(sql));
        var submission = hosted.submit(Api.participant(), i -> i % 3 == 0 ? "0.25" : "0.75");
        assertEquals(hosted.score(submission, "mae"), hosted.score(submission, "mean-error"), 1e-12);
        assertTrue(submission.at("/scores/mean-error/low").isNumber(), submission::toString);
        assertTrue(hosted.score(submission, "error-of-surest") >= 0);
        var challenge =
                hosted.organiser().get("/api/challenges/" + hosted.slug()).json();
        assertEquals("Mean error", challenge.at("/metrics/0/title").asText());
        assertFalse(challenge.toString().contains("aligned"), "the query is the organiser's");
        assertEquals(
                200, Api.nobody().get("/challenges/" + hosted.slug() + "/rules").status());
    }

    @Test
    void theGuidesProgramScoresLikeTheMetricsOfTheCatalogue() throws IOException {
        assumePrograms();
        var yaml = blocks("Any program", "yaml");
        var pack = pack(yaml.get(0) + "  - name: mae\n")
                .with("scoring/metadata.yaml", yaml.get(1))
                .with("scoring/score.py", blocks("Any program", "python").getFirst());
        var hosted = host(pack);
        var submission = hosted.submit(Api.participant(), i -> i == 0 ? "1" : "0.5");
        assertEquals(hosted.score(submission, "mae"), hosted.score(submission, "mean"), 1e-12);
        assertTrue(hosted.score(submission, "worst") >= 0.4, submission::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select content from read_text('/etc/passwd')",
                "copy (select 1) to '/tmp/voorwerp-stolen.csv'",
                "attach '/tmp/x.db'",
                "install httpfs",
                "select * from 'http://localhost/x.csv'",
                "select getenv('HOME')",
                "pragma database_size",
                "set memory_limit = '1TB'",
                "select 1; select 2",
                "select length(repeat('x', 4000000000))",
                "select 'nan'::double",
                "select 1 from aligned",
                "select no_such from aligned",
            })
    void aQueryThatGivesNoScoreIsAMistakeOfThePackWithItsLine(String query) {
        var build = Uploads.build(Api.organiser(), pack("""
                metrics:
                  - name: mae
                    primary: true
                  - name: own
                    direction: lower
                    sql: >-
                      %s
                """.formatted(query)));
        assertEquals("refused", build.get("state").asText(), build::toString);
        var finding = build.at("/errors/0");
        assertEquals("challenge.yaml", finding.get("file").asText(), build::toString);
        assertEquals(31, finding.get("line").asInt(), build::toString);
        assertTrue(
                finding.get("message").asText().startsWith("the metric own cannot be computed on the public part: "));
    }

    @Test
    void whatAQuerySaysOfASubmissionTheOrganiserSeesAndTheParticipantDoesNot() throws IOException {
        var hosted = host(pack("""
                metrics:
                  - name: own
                    direction: lower
                    sql: |
                      select case when max(prediction_merger_fraction) > 0.9
                        then error('the truth of ' || min(id) || ' is ' || min(truth_merger_fraction))::double
                        else avg(abs(truth_merger_fraction - prediction_merger_fraction)) end
                      from aligned
                """));
        failsInSecret(hosted, "the truth of ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raise ValueError('the truth is out')",
                "print('the truth is out'); open('/app/output/scores.json', 'w').write('{\"worst\": NaN}')",
                "print('the truth is out', flush=True); x = bytearray(20 << 30)",
                "print('the truth is out', flush=True); os.symlink('/app/input/ref/solution.csv', '/app/output/scores.json')",
                "print('the truth is out', flush=True); open('/etc/passwd').read()",
                "print('the truth is out', flush=True); open('/app/output/f', 'wb').write(b'x' * (1 << 30))",
            })
    void whatAProgramSaysOfASubmissionTheOrganiserSeesAndTheParticipantDoesNot(String hostile) throws IOException {
        assumePrograms();
        var honest = blocks("Any program", "python").getFirst();
        failsInSecret(
                host(withProgram(honest.replace("import csv", "import os, csv")
                        .replace(
                                "with open(sys.argv[2]",
                                "if max(predicted.values()) > 0.9: " + hostile
                                        + "; sys.exit(7)\nwith open(sys.argv[2]"))),
                "the truth is out");
    }

    private static void failsInSecret(Hosted hosted, String secret) throws IOException {
        var participant = Api.participant();
        var failed = hosted.submit(participant, i -> "0.95");
        assertEquals("failed", failed.get("state").asText(), failed::toString);
        assertFalse(failed.toString().contains(secret), failed::toString);
        assertEquals(11, failed.get("incident").asText().length(), failed::toString);
        assertEquals(0, failed.at("/quota/used").asInt(), "given back");
        var seen = hosted.organiser().get(failed.at("/links/self").asText()).json();
        assertTrue(seen.get("detail").asText().contains(secret), seen::toString);
        assertEquals(
                "scored", hosted.submit(participant, i -> "0.5").get("state").asText(), "the next one is scored");
    }

    @Test
    void whatAProgramSaysWhileItScoresTheOrganiserAloneReads() throws IOException {
        assumePrograms();
        var hosted = host(withProgram(
                blocks("Any program", "python").getFirst() + "\nprint('the truth is in', 'x' * 1_000_000, 'end')\n"));
        var participant = Api.participant();
        var scored = hosted.submit(participant, i -> "0.5");
        assertEquals("scored", scored.get("state").asText(), scored::toString);
        var self = scored.at("/links/self").asText();
        var page = "/submissions/" + scored.get("id").asText();

        var said = hosted.organiser().get(self).json().get("detail").asText();
        for (var part : said.split("(?=worst, private part:)")) {
            assertTrue(
                    part.matches("(?s)worst, (public|private) part:\n\\d+ subjects\nthe truth is in x.* end\n"), said);
        }
        assertTrue(said.contains(" end\nworst, private part:\n"), said);
        assertTrue(said.length() <= 16_000, () -> said.length() + " characters");
        assertTrue(hosted.organiser().get(page).text().contains("the truth is in"));
        var all = "/api/challenges/" + hosted.slug() + "/submissions";
        for (var answer : List.of(
                participant.get(self),
                participant.get(page),
                participant.get(all),
                participant.get("/api/accounts/me/data"),
                hosted.organiser().get(all + "?all=true"))) {
            assertTrue(answer.status() == 200, answer::toString);
            assertFalse(answer.text().contains("the truth is in"), answer::toString);
        }
        for (var stranger : List.of(Api.participant(), Api.organiser())) {
            assertEquals(404, stranger.get(self).status());
            assertEquals(404, stranger.get(page).status());
        }
    }

    @Test
    void aProgramPutRightScoresAnewWithItsOwnFilesAndEarlierVersionsKeepTheirs(@TempDir Path folder) throws Exception {
        assumePrograms();
        var python = blocks("Any program", "python").getFirst();
        var hosted = host(withProgram(python));
        var participant = Api.participant();
        var first = hosted.submit(participant, i -> "0.5");
        double worst = hosted.score(first, "worst");
        var corrected =
                python.replace("\"worst\": max(errors)", "\"worst\": 10 + max(errors)") + "\nprint('put right')\n";
        assertEquals(
                202,
                correct(hosted.organiser(), hosted, "scoring", zip("score.py", corrected))
                        .status());
        awaitVersion(hosted, 2);

        var board = "/api/challenges/" + hosted.slug() + "/leaderboard";
        var score = "/rows/0/scores/worst/value";
        assertEquals(10 + worst, Api.nobody().get(board).json().at(score).asDouble(), 1e-12);
        assertEquals(
                worst, Api.nobody().get(board + "?version=1").json().at(score).asDouble(), 1e-12);
        var self = first.at("/links/self").asText();
        assertTrue(hosted.organiser().get(self).json().get("detail").asText().contains("put right"));
        assertEquals(10 + worst, hosted.score(hosted.submit(participant, i -> "0.5"), "worst"), 1e-12);

        // Other metrics of the same program: it stays as it was put right.
        var metrics = hosted.organiser()
                .post(versions(hosted), BodyPublishers.ofString("""
                                {"reason": "Another name.", "metrics": [{"name": "worst", "title": "Widest"}]}"""), "Content-Type", "application/json");
        assertEquals(202, metrics.status(), metrics::toString);
        awaitVersion(hosted, 3);
        assertEquals(10 + worst, Api.nobody().get(board).json().at(score).asDouble(), 1e-12);

        Challenge challenge = QuarkusTransaction.requiringNew()
                .call(() -> Challenge.find("slug", hosted.slug()).firstResult());
        for (int version = 1; version <= 3; version++) {
            var files = Files.createDirectory(folder.resolve("v" + version));
            programs.source(challenge.id, version, "scoring").copyTo(files);
            assertEquals(version == 1 ? python : corrected, Files.readString(files.resolve("score.py")));
        }
    }

    @Test
    void aProgramPutRightThatFailsOnTheSampleScoresNothingAndTheOrganiserReadsWhy() throws IOException {
        assumePrograms();
        var python = blocks("Any program", "python").getFirst();
        var hosted = host(withProgram(python));
        var first = hosted.submit(Api.participant(), i -> "0.5");
        double worst = hosted.score(first, "worst");
        assertRefused(
                400,
                correct(
                        hosted.organiser(),
                        hosted,
                        "scoring",
                        zip("score.py", "print('no idea')\nraise SystemExit(3)\n")),
                "no idea");
        assertRefused(
                400,
                correct(
                        hosted.organiser(),
                        hosted,
                        "scoring",
                        zip("score.py", python.replace("\"worst\"", "\"best\""))),
                "worst");
        assertEquals(1, hosted.organiser().get(versions(hosted)).json().size());
        assertEquals(worst, hosted.score(hosted.submit(Api.participant(), i -> "0.5"), "worst"), 1e-12);
    }

    @Test
    void whatIsNoProgramPutsNothingRight() throws IOException {
        assumePrograms();
        var hosted = host(withProgram(blocks("Any program", "python").getFirst()));
        var organiser = hosted.organiser();
        assertRefused(403, correct(Api.participant(), hosted, "scoring", zip("score.py", "")), "Only organisers");
        assertRefused(400, correct(organiser, hosted, "other", zip("score.py", "")), "there are scoring");
        assertRefused(422, correct(organiser, hosted, "scoring", "no zip".getBytes(UTF_8)), "zip");
        assertRefused(422, correct(organiser, hosted, "scoring", zip("../score.py", "")), "..");
        assertRefused(400, correct(organiser, hosted, "scoring", zip("metadata", "command: ''")), "it has no command");
        assertEquals(1, Api.nobody().get(versions(hosted)).json().size());
    }

    private static void assertRefused(int status, Answer answer, String says) {
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(answer.text().contains(says), answer::toString);
    }

    private static Answer correct(Api api, Hosted hosted, String program, byte[] zip) {
        return api.post(
                versions(hosted) + "?reason=It+was+wrong&program=" + program,
                BodyPublishers.ofByteArray(zip),
                "Content-Type",
                "application/zip");
    }

    /// A program's folder: the one of the pack, with another file.
    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            if (!name.equals("metadata")) {
                zip.putNextEntry(new ZipEntry("metadata.yaml"));
                zip.write("command: python3 $program/score.py $input $output\n".getBytes(UTF_8));
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String versions(Hosted hosted) {
        return "/api/challenges/" + hosted.slug() + "/scoring-versions";
    }

    private static void awaitVersion(Hosted hosted, int version) throws InterruptedException {
        var board = "/api/challenges/" + hosted.slug() + "/leaderboard";
        for (int i = 0; i < 600; i++) {
            if (Api.nobody().get(board).json().get("scoringVersion").asInt() == version) {
                return;
            }
            Thread.sleep(50);
        }
        assertEquals(
                version, Api.nobody().get(board).json().get("scoringVersion").asInt());
    }

    @Test
    void aProgramThatFailsOnTheSampleIsAMistakeOfThePack() {
        assumePrograms();
        var build = Uploads.build(Api.organiser(), withProgram("print('no idea')\nraise SystemExit(3)\n"));
        assertEquals("refused", build.get("state").asText(), build::toString);
        var finding = build.at("/errors/0");
        assertEquals(29, finding.get("line").asInt(), build::toString);
        assertTrue(finding.get("message").asText().contains("ended with status 3; its log:\nno idea"), build::toString);
    }

    @Test
    void whatIsWrongBeforeAnythingRunsIsToldAtOnce() {
        var organiser = Api.organiser();
        var pack = pack("""
                metrics:
                  - name: own
                    sql: select 1
                    primary: true
                  - name: mae
                    direction: lower
                  - name: a score
                    direction: higher
                    program: ../elsewhere
                  - name: both
                    direction: higher
                    program: scoring
                    sql: select 1
                    parameters: {k: 1}
                """).with("scoring/metadata.yaml", "command: python3 $submission_program/score.py\n");
        var answer = Uploads.send(organiser, Zips.of(pack));
        assertEquals(422, answer.status(), answer::toString);
        for (var expected : List.of(
                "direction is missing",
                "knows its direction",
                "must be called by letters",
                "must name each folder",
                "names $submission_program, which there is not",
                "either sql or program",
                "take no parameters")) {
            assertTrue(answer.text().contains(expected), () -> expected + " in " + answer);
        }
    }

    @Test
    void theCatalogueListsWhatCanBeNamed() throws IOException {
        var answer = Api.nobody().get("/api/metrics");
        assertEquals(200, answer.status());
        var names = answer.json().findValuesAsText("name");
        assertTrue(names.containsAll(List.of("rmse", "accuracy", "log-loss")), names::toString);
        for (var metric : answer.json()) {
            if (metric.get("name").asText().equals("ndcg")) {
                assertEquals("higher", metric.get("direction").asText());
                assertEquals("built-in", metric.get("source").asText());
                assertTrue(metric.get("documentation").asText().contains("Järvelin"));
                assertEquals("[\"fraction\",\"values\"]", metric.get("tasks").toString());
                assertEquals("k", metric.at("/parameters/0/name").asText());
                assertEquals(0, metric.at("/parameters/0/default").asInt(-1));
            }
        }
        var page = Api.nobody().get("/metrics");
        assertEquals(200, page.status());
        assertTrue(page.text().contains("Järvelin"));
    }
}
