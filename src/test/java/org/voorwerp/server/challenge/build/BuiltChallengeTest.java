package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Drafts;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.queue.Queue;
import org.voorwerp.server.truth.Truths;

/// From a pack to what stands in the files and in the truth.
@QuarkusTest
class BuiltChallengeTest {

    @Inject
    Truths truths;

    @Inject
    Queue queue;

    @Inject
    Drafts drafts;

    private Api organiser;

    @BeforeEach
    void register() {
        organiser = Api.organiser();
    }

    private Challenge challenge(String slug) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Challenge.<Challenge>find("slug", slug).singleResult());
    }

    private Truth truth(String slug) throws IOException {
        var challenge = challenge(slug);
        return truths.read(challenge.id, 1, challenge.definition.taskKind());
    }

    private static List<String> column(List<CSVRecord> rows, String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }

    @Test
    void votesBecomeValuesUnderNewIdsAndGroupsStayTogether() throws IOException {
        Uploads.built(organiser, new MemoryPack().replacing("small-mergers", "votes-to-values"));
        var train = Uploads.table(organiser, "votes-to-values", "train.csv");
        var test = Uploads.table(organiser, "votes-to-values", "test.csv");
        var sample = Uploads.table(organiser, "votes-to-values", "sample_submission.csv");
        assertEquals(
                List.of("id", "redness", "size", "merger_fraction", "votes"),
                train.getFirst().getParser().getHeaderNames());
        assertEquals(
                List.of("id", "redness", "size"), test.getFirst().getParser().getHeaderNames());
        assertEquals(column(test, "id"), column(sample, "id"));
        assertEquals(60, train.size() + test.size());

        var truth = truth("votes-to-values");
        assertEquals(column(test, "id"), truth.subjects().ids());
        var groups = new HashMap<Integer, String>();
        for (var row : train) {
            assertGroup(groups, upstream(row), "train");
        }
        for (int i = 0; i < test.size(); i++) {
            assertGroup(groups, upstream(test.get(i)), truth.parts()[i].word());
        }
        assertTrue(new HashSet<>(groups.values()).containsAll(List.of("train", "public", "private")));

        for (var rows : List.of(train, test)) {
            var ids = column(rows, "id");
            assertEquals(
                    ids.stream().sorted().toList(), ids, "the order is that of the new ids, which are keyed hashes");
            assertTrue(ids.stream().allMatch(id -> id.matches("[a-z2-7]{16}")), ids::toString);
        }
        for (var row : train) {
            int i = upstream(row);
            assertEquals((i * 7 % 20) / 20.0, Double.parseDouble(row.get("merger_fraction")));
            assertEquals("20", row.get("votes"));
        }
    }

    /// What a row's attributes tell of which of the made-up galaxies it is.
    private static int upstream(CSVRecord row) {
        return IntStream.range(0, 60)
                .filter(i -> Double.parseDouble(row.get("redness")) == i * 7 % 20 + 0.5
                        && Integer.parseInt(row.get("size")) == i % 13)
                .findFirst()
                .orElseThrow();
    }

    private static void assertGroup(Map<Integer, String> groups, int upstream, String side) {
        assertEquals(side, groups.computeIfAbsent(upstream / 5, any -> side), "group " + upstream / 5 + " is split");
    }

    @Test
    void nothingHiddenIsPublished() {
        Uploads.built(organiser, new MemoryPack().replacing("small-mergers", "nothing-hidden"));
        for (var file : List.of("train.csv", "test.csv", "sample_submission.csv")) {
            var text = new String(Uploads.file(organiser, "nothing-hidden", file), StandardCharsets.UTF_8);
            assertFalse(text.contains("secret"), file);
            assertFalse(text.contains("field"), file);
            assertFalse(text.matches("(?s).*\\b10[0-5][0-9]\\b.*"), file + " holds an upstream id");
        }
        var view = organiser.get("/api/challenges/nothing-hidden").text();
        assertFalse(view.contains("seed"), view);
        assertFalse(view.contains("votes.csv"), view);
    }

    @Test
    void theSamePackBuiltAgainGivesTheSameBytes() {
        var pack = new MemoryPack().replacing("small-mergers", "built-again");
        withImages(pack);
        Uploads.built(organiser, pack);
        var first = organiser.get("/api/challenges/built-again/files").json();
        Uploads.built(organiser, pack);
        assertEquals(first, organiser.get("/api/challenges/built-again/files").json());
        // Three tables, the images, and two archives of samples.
        assertEquals(6, first.size());
    }

    @Test
    void twoChallengesOfOnePackShareNoIds() throws IOException {
        Uploads.built(organiser, new MemoryPack().replacing("small-mergers", "share-none-a"));
        Uploads.built(organiser, new MemoryPack().replacing("small-mergers", "share-none-b"));
        var ids = new HashSet<>(column(Uploads.table(organiser, "share-none-a", "train.csv"), "id"));
        ids.retainAll(column(Uploads.table(organiser, "share-none-b", "train.csv"), "id"));
        assertEquals(0, ids.size());
    }

    @Test
    void aJobRunTwiceChangesNothingTwice() {
        var build = Uploads.built(organiser, new MemoryPack().replacing("small-mergers", "run-twice"));
        var before = challenge("run-twice");
        var id = UUID.fromString(build.get("id").asText());
        QuarkusTransaction.requiringNew().run(() -> queue.add(BuildJob.KIND, "again-" + id, new BuildJob(id)));
        // The queue works in order, so that once this one is built the other has been looked at.
        Uploads.built(organiser, new MemoryPack().replacing("small-mergers", "run-after"));
        assertEquals(before.id, challenge("run-twice").id);
        assertEquals(before.createdAt, challenge("run-twice").createdAt);
    }

    @Test
    void aBuildWhoseServerDiedIsDoneByTheNext() {
        var build = Uploads.build(organiser, new MemoryPack().replacing("small-mergers", "server-died"));
        var id = UUID.fromString(build.get("id").asText());
        QuarkusTransaction.requiringNew().run(() -> {
            drafts.discard(Challenge.<Challenge>find("slug", "server-died").singleResult());
            PackBuild.update(
                    "state = 'running', step = 'counting votes', progress = 0.1, finishedAt = null where id = ?1", id);
            queue.add(BuildJob.KIND, id.toString(), new BuildJob(id));
        });
        var ended = Uploads.await(organiser, "/api/builds/" + id);
        assertEquals("built", ended.get("state").asText(), ended::toString);
        assertEquals(200, organiser.get("/api/challenges/server-died").status());
    }

    @Test
    void anExportOfClassificationsBecomesLabels() throws IOException {
        var pack = new MemoryPack()
                .replacing("small-mergers", "export-to-labels")
                .replacing(
                        "kind: values\n  columns:\n    - {name: merger_fraction, min: 0, max: 1}",
                        "kind: labels\n  classes: [spiral, elliptical]\n  column: shape")
                .replacing("name: rmse", "name: accuracy")
                .replacing("name: mae", "name: f1")
                .replacing("linear-regression", "nearest-centroid");
        var yaml = new String(pack.files().get("challenge.yaml"), StandardCharsets.UTF_8);
        pack.with("challenge.yaml", yaml.replaceFirst("(?s)  votes:.*subjects:\n", """
                          classifications:
                            file: classifications.csv
                            workflow: 7
                            task: T0
                            answers: {Arms: spiral, Smooth: elliptical, Star: ""}
                            reducer: plurality
                            minimum-votes: 3
                        subjects:
                        """.indent(0)));
        pack.with("data/classifications.csv", export());
        var build = Uploads.built(organiser, pack);
        var train = Uploads.table(organiser, "export-to-labels", "train.csv");
        assertEquals(
                List.of("id", "redness", "size", "shape", "f_spiral", "f_elliptical", "votes"),
                train.getFirst().getParser().getHeaderNames());
        for (var row : train) {
            // Subject i has i mod 6 votes for arms and 5 - i mod 6 for smooth.
            int arms = upstream(row) % 6;
            assertEquals(arms > 2 ? "spiral" : "elliptical", row.get("shape"));
            assertEquals(arms / 5.0, Double.parseDouble(row.get("f_spiral")), 1e-12);
            assertEquals("5", row.get("votes"));
        }
        var consensus = build.get("report").get("consensus");
        assertEquals(5, consensus.get("volunteers").asInt());
        assertEquals(301, consensus.get("rows").get("read").asInt(), consensus::toString);
        assertTrue(consensus.get("agreement").get("krippendorffAlpha").isNumber(), consensus::toString);
        assertEquals(
                "[\"constant\",\"one-volunteer\",\"nearest-centroid\"]",
                build.get("report").get("baselines").toString());
    }

    /// Five volunteers' classifications of 60 subjects, and one of another workflow.
    private static String export() {
        var csv = new StringBuilder("classification_id,user_name,user_id,user_ip,workflow_id,workflow_name,"
                + "workflow_version,created_at,gold_standard,expert,metadata,annotations,subject_data,subject_ids\n");
        int id = 0;
        for (int i = 0; i < 60; i++) {
            for (int v = 0; v < 5; v++) {
                add(csv, id++, 7, "volunteer-" + v, v < i % 6 ? "Arms" : "Smooth", 1000 + i);
            }
        }
        add(csv, id, 8, "volunteer-0", "Arms", 1000);
        return csv.toString();
    }

    private static void add(StringBuilder csv, int id, int workflow, String user, String answer, int subject) {
        csv.append("%d,%s,%d,,%d,Shapes,1.1,2011-07-23 22:01:19 UTC,,,\"{}\",".formatted(id, user, id % 5, workflow))
                .append("\"[{\"\"task\"\":\"\"T0\"\",\"\"task_label\"\":\"\"?\"\",\"\"value\"\":\"\"" + answer
                        + "\"\"}]\",")
                .append("\"{\"\"%d\"\":{\"\"retired\"\":null}}\",%d%n".formatted(subject, subject));
    }

    /// What was typed, and what a slider was set to, becomes the truth without another program.
    @Test
    void anExportOfTextsOrOfASliderBecomesTheTruth() throws IOException {
        Uploads.built(
                organiser,
                ofExport(
                        "export-to-texts",
                        "kind: texts, column: line",
                        "text",
                        "character-error-rate",
                        (i, v) -> v == 1 ? "letter " + i : "a letter " + i));
        for (var row : Uploads.table(organiser, "export-to-texts", "train.csv")) {
            assertTrue(row.get("line").matches("a letter \\d+"), row::toString);
            assertEquals("3", row.get("votes"));
        }
        var build = Uploads.built(
                organiser,
                ofExport(
                        "export-to-values",
                        "kind: values, columns: [{name: size}]",
                        "slider",
                        "rmse",
                        (i, v) -> Integer.toString(v == 1 ? 900 : i)));
        for (var row : Uploads.table(organiser, "export-to-values", "train.csv")) {
            assertTrue(Double.parseDouble(row.get("size")) < 60, row::toString);
        }
        assertEquals(
                "median",
                build.at("/report/consensus/source/recipe/reducer/name").asText());
    }

    private interface Said {
        String of(int subject, int volunteer);
    }

    private static MemoryPack ofExport(String slug, String task, String extractor, String metric, Said said) {
        var csv = new StringBuilder("classification_id,user_name,user_id,user_ip,workflow_id,workflow_name,"
                + "workflow_version,created_at,gold_standard,expert,metadata,annotations,subject_data,subject_ids\n");
        for (int i = 0; i < 60; i++) {
            for (int v = 0; v < 3; v++) {
                add(csv, 3 * i + v, 7, "volunteer-" + v, said.of(i, v), 1000 + i);
            }
        }
        return new MemoryPack().with("data/export.csv", csv.toString()).with("challenge.yaml", """
                voorwerp: 1
                slug: %s
                title: Lines
                summary: What stands there?
                organisers: [Hanny]
                task: {%s}
                truth:
                  classifications: {file: export.csv, workflow: 7, task: T0, extractor: %s}
                holdout: {fraction: 0.5, public: 0.5, seed: 7}
                metrics: [{name: %s}]
                phases: [{name: main, starts: 2026-01-01T00:00:00Z}]
                baselines: [constant, one-volunteer]
                pages: {overview: overview.md}
                """.formatted(
                        slug, task, extractor, metric));
    }

    @Test
    void aSolutionWithUsageIsTheTestSetAsItSays() throws IOException {
        var yaml = """
                voorwerp: 1
                slug: solution-usage
                title: Letters
                summary: Which letter is it?
                organisers: [Hanny]
                task: {kind: probabilities, id: image, classes: [Alpha, Beta], prefix: p_}
                truth:
                  solution: {file: solution.csv, subject: key, columns: {label: letter}, usage: Usage}
                holdout: {seed: 7}
                metrics: [{name: log-loss}]
                phases: [{name: main, starts: 2026-01-01T00:00:00Z}]
                baselines: [constant]
                pages: {overview: overview.md}
                """;
        var solution = new StringBuilder("key,letter,Usage\n");
        for (int i = 0; i < 30; i++) {
            solution.append("k%d,%s,%s%n"
                    .formatted(
                            i,
                            i % 2 == 0 ? "Alpha" : "Beta",
                            List.of("Public", "Private", "Ignored").get(i % 3)));
        }
        Uploads.built(
                organiser,
                new MemoryPack().with("challenge.yaml", yaml).with("data/solution.csv", solution.toString()));
        assertEquals(0, Uploads.table(organiser, "solution-usage", "train.csv").size());
        var sample = Uploads.table(organiser, "solution-usage", "sample_submission.csv");
        assertEquals(
                List.of("image", "p_Alpha", "p_Beta"),
                sample.getFirst().getParser().getHeaderNames());
        var truth = truth("solution-usage");
        for (var part : Part.values()) {
            assertEquals(10, truth.rows(part).length, part.word());
        }
        int[] labels = ((ClassAnswers) truth.answers()).labels();
        assertEquals(15, IntStream.of(labels).sum());
    }

    @Test
    void imagesAreTakenApartAndPutTogetherAnew() throws IOException {
        var pack = new MemoryPack().replacing("small-mergers", "with-images");
        var upstream = withImages(pack);
        Uploads.built(organiser, pack);
        var test = Uploads.table(organiser, "with-images", "test.csv");
        var train = Uploads.table(organiser, "with-images", "train.csv");
        var known = new HashMap<String, Integer>();
        for (var rows : List.of(train, test)) {
            rows.forEach(row -> known.put("images/" + row.get("id") + ".png", upstream(row)));
        }
        var names = new ArrayList<String>();
        var archive = Uploads.file(organiser, "with-images", "images.zip");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                var png = zip.readAllBytes();
                var before = upstream.get(known.get(entry.getName()));
                assertNotEquals(List.of(before), List.of(png));
                assertEquals(1980, entry.getTimeLocal().getYear());
                assertArrayEquals(pixels(before), pixels(png), entry.getName());
            }
        }
        assertEquals(known.keySet().stream().sorted().toList(), names);
        assertFalse(new String(archive, StandardCharsets.ISO_8859_1).contains("galaxy-"));
    }

    @Test
    void imagesThatAreMissingOrBrokenAreNamed() {
        var pack = new MemoryPack().replacing("small-mergers", "bad-images");
        withImages(pack);
        pack.without("data/images/galaxy-3.bmp").with("data/images/galaxy-5.bmp", "no image");
        var build = Uploads.build(organiser, pack);
        assertEquals("refused", build.get("state").asText(), build::toString);
        var messages = messages(build);
        assertTrue(messages.contains("there is no image \"galaxy-3.bmp\" in data/images"), messages::toString);
        assertTrue(build.get("errors").findValuesAsText("line").contains("5"), build::toString);
        assertTrue(
                messages.stream().anyMatch(m -> m.startsWith("image \"galaxy-5.bmp\": it is no image")),
                messages::toString);
    }

    @Test
    void mistakesInBothTablesAreToldAtOnce() {
        var pack = new MemoryPack().replacing("small-mergers", "bad-tables");
        var votes = new String(pack.files().get("data/votes.csv"), StandardCharsets.UTF_8);
        var subjects = new String(pack.files().get("data/subjects.csv"), StandardCharsets.UTF_8);
        pack.with("data/votes.csv", votes.replace("1007,20,", "1007,twenty,"))
                .with("data/subjects.csv", subjects.replace("1003,", "1002,"));
        var build = Uploads.build(organiser, pack);
        assertEquals("refused", build.get("state").asText(), build::toString);
        assertEquals(
                List.of("data/subjects.csv", "data/votes.csv"),
                build.get("errors").findValuesAsText("file"),
                build::toString);
        assertEquals(List.of("5", "9"), build.get("errors").findValuesAsText("line"), build::toString);
    }

    private static List<String> messages(JsonNode build) {
        return build.get("errors").findValuesAsText("message");
    }

    /// Adds an image a subject; returns them in order.
    private static List<byte[]> withImages(MemoryPack pack) {
        var images = new ArrayList<byte[]>();
        var subjects = new StringBuilder("objid,field,redness,size,picture\n");
        for (int i = 0; i < 60; i++) {
            var image = bmp(i);
            images.add(image);
            pack.with("data/images/galaxy-" + i + ".bmp", image);
            subjects.append(
                    "%d,F%d,%.2f,%d,pictures/galaxy-%d.bmp%n".formatted(1000 + i, i / 5, i * 7 % 20 + 0.5, i % 13, i));
        }
        pack.with("data/subjects.csv", subjects.toString())
                .replacing("  publish:", "  images: {column: picture, from: images}\n  publish:");
        return images;
    }

    private static byte[] bmp(int seed) {
        var image = new BufferedImage(6, 4, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < 6; x++) {
            for (int y = 0; y < 4; y++) {
                image.setRGB(x, y, seed * 7919 * (x + 1) * (y + 2));
            }
        }
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "bmp", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] pixels(byte[] file) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
