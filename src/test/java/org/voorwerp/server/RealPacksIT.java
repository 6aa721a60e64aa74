package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.server.metric.sandbox.Sandbox;

/// The packs of real data, uploaded with their data to the packaged server, and played. Skipped where the data are not
/// at hand.
class RealPacksIT {

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Path PACKS = Path.of("..", "challenges");

    private static final Path PROGRAMS = Path.of("test", "resources", "programs");

    @TempDir
    static Path folder;

    private static PackagedServer server;
    private static ApiClient api;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the real data are not at " + DATA);
        server = PackagedServer.start(folder.resolve("data"), "-Dvoorwerp.packs.folder=" + folder.resolve("none"));
        api = new ApiClient(server.address(), server.organiserToken());
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    /// Kaggle's benchmarks of 2013/14, on the Stripe 82 table: the figures were computed from it by an independent
    /// program (numpy).
    @Test
    void constantsOverTheWholeGalaxyZooTableScoreAsTheyMust() throws Exception {
        var data = DATA.resolve("galaxy-zoo-2/table5.csv.gz");
        assumeTrue(Files.exists(data), "the table of Galaxy Zoo 2 is not at " + data);
        host(
                "galaxy-zoo-2",
                data,
                yaml -> yaml.replace("slug: galaxy-zoo-2", "slug: galaxy-zoo-2-whole")
                        .replaceFirst("fraction: 0\\.\\d+", "fraction: 1")
                        .replaceFirst("public: 0\\.\\d+", "public: 1")
                        .replaceFirst("baselines: .*", "baselines: []\nboard: {rule: full}"));
        var sample = api.get("/api/challenges/galaxy-zoo-2-whole/files/sample_submission.csv");
        assertEquals(19_761, sample.lines().count() - 1);
        assertEquals(.25037, rmse("galaxy-zoo-2-whole", filled(sample, "0")), 5e-6);
        assertEquals(.91374, rmse("galaxy-zoo-2-whole", filled(sample, "1")), 5e-6);
        assertEquals(.44587, rmse("galaxy-zoo-2-whole", filled(sample, "0.5")), 5e-6);
    }

    @Test
    void theMeanRowOfTheTrainFileScoresAsOnTheWholeTable() throws Exception {
        var data = DATA.resolve("galaxy-zoo-2/table5.csv.gz");
        assumeTrue(Files.exists(data), "the table of Galaxy Zoo 2 is not at " + data);
        host("galaxy-zoo-2", data, yaml -> yaml);
        var train =
                api.get("/api/challenges/galaxy-zoo-2/files/train.csv").lines().toList();
        var header = Arrays.asList(train.getFirst().split(","));
        int first = header.indexOf("Class1.1");
        assertEquals("Class11.6", header.get(first + 36));
        var means = new double[37];
        for (var row : train.subList(1, train.size())) {
            var cells = row.split(",");
            for (int c = 0; c < 37; c++) {
                means[c] += Double.parseDouble(cells[first + c]) / (train.size() - 1);
            }
        }
        var row = Arrays.stream(means).mapToObj(Double::toString).collect(Collectors.joining(","));
        var sample = api.get("/api/challenges/galaxy-zoo-2/files/sample_submission.csv");
        // On the whole table its own mean row scores .14723; a part of it, with the mean of another, is near.
        assertEquals(.14723, rmse("galaxy-zoo-2", withRow(sample, row)), .003);
    }

    @Test
    void volunteersMergersAreToldFromTheOthersByNobodyWithoutData() throws Exception {
        var data = DATA.resolve("galaxy-zoo-2/table5.csv.gz");
        assumeTrue(Files.exists(data), "the table of Galaxy Zoo 2 is not at " + data);
        host("galaxy-zoo-2-mergers", data, yaml -> yaml.replace("galaxy-zoo-2/table5", "table5"));
        var sample = api.get("/api/challenges/galaxy-zoo-2-mergers/files/sample_submission.csv");
        var submission = api.submit("galaxy-zoo-2-mergers", sample);
        assertEquals(.5, submission.at("/scores/roc-auc/value").asDouble());
    }

    @Test
    void lettersOfRealPapyriAreHostedAndReadByABaseline() throws Exception {
        var data = DATA.resolve("papyri-letters");
        assumeTrue(Files.exists(data.resolve("hellchar.csv")), "Hell-Char is not at " + data);
        boolean programs = Sandbox.problem().isEmpty() && Files.isExecutable(Path.of("/usr/bin/python3"));
        host("papyri-letters", data, programs ? RealPacksIT::withProgram : yaml -> yaml);
        var report = api.getJson("/api/challenges/papyri-letters/report");
        assertEquals(13_046, report.findValue("subjects").asInt(), report::toString);
        var deadline = Instant.now().plusSeconds(60);
        double centroid = Double.NaN;
        while (Double.isNaN(centroid) && Instant.now().isBefore(deadline)) {
            for (var row :
                    api.getJson("/api/challenges/papyri-letters/leaderboard").get("rows")) {
                if (row.get("team").asText().equals("nearest-centroid")) {
                    centroid = row.at("/scores/f1/value").asDouble();
                    if (programs) {
                        double other = row.at("/scores/macro_f1/value").asDouble();
                        assertEquals(centroid, other, 1e-12, "a program in Python");
                        System.out.printf(
                                "papyri-letters: a program in Python gives %.15f, we %.15f%n", other, centroid);
                    }
                }
            }
            Thread.sleep(500);
        }
        assertTrue(centroid > 0.25, "nearest-centroid has macro-F1 " + centroid);
        System.out.printf("papyri-letters: nearest-centroid has macro-F1 %.4f%n", centroid);
    }

    private static String withProgram(String yaml) {
        return yaml.replace(
                "  - name: accuracy\n",
                "  - {name: macro_f1, direction: higher, program: macro-f1}\n  - name: accuracy\n");
    }

    private static double rmse(String slug, String csv) throws IOException, InterruptedException {
        double score = api.submit(slug, csv).at("/scores/rmse/value").asDouble();
        System.out.printf("%s: %.5f%n", slug, score);
        return score;
    }

    private static String filled(String sample, String value) {
        int columns = sample.lines().findFirst().orElseThrow().split(",").length - 1;
        return withRow(sample, String.join(",", Collections.nCopies(columns, value)));
    }

    private static String withRow(String sample, String row) {
        var lines = sample.lines().toList();
        return lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')) + "," + row)
                .collect(Collectors.joining("\n", lines.getFirst() + "\n", "\n"));
    }

    /// Zips a pack and its data, uploads it, waits for the build, publishes it.
    private static void host(String pack, Path data, UnaryOperator<String> definition) throws Exception {
        var zip = zip(PACKS.resolve(pack), data, definition);
        var answer = api.post("/api/challenges", "application/zip", BodyPublishers.ofFile(zip));
        assertEquals(202, answer.statusCode(), answer::body);
        var location = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        var deadline = Instant.now().plusSeconds(180);
        var build = api.getJson(location);
        while (!build.get("state").asText().equals("built")) {
            assertTrue(
                    Instant.now().isBefore(deadline)
                            && !build.get("state").asText().matches("refused|failed"),
                    build::toString);
            Thread.sleep(500);
            build = api.getJson(location);
        }
        var slug = build.get("slug").asText();
        var published = api.post("/api/challenges/" + slug + "/publish", "application/json", BodyPublishers.noBody());
        assertEquals(2, published.statusCode() / 100, published::body);
    }

    private static Path zip(Path pack, Path data, UnaryOperator<String> definition) throws IOException {
        var file = Files.createTempFile(folder, "pack", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var pages = Files.list(pack)) {
            for (var page : pages.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(page.getFileName().toString()));
                var text = Files.readString(page);
                zip.write((page.endsWith("challenge.yaml") ? definition.apply(text) : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
            for (var program : List.of("macro-f1/metadata.yaml", "macro-f1/score.py")) {
                zip.putNextEntry(new ZipEntry(program));
                Files.copy(PROGRAMS.resolve(program), zip);
            }
            try (var files = Files.walk(data)) {
                for (var source : files.filter(Files::isRegularFile).toList()) {
                    zip.putNextEntry(new ZipEntry("data/" + source.getFileName()));
                    Files.copy(source, zip);
                }
            }
        }
        return file;
    }
}
