package org.voorwerp.server.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.server.challenge.pack.PackRefused;

/// What becomes of challenges of other platforms, and of what is broken in them.
class PackImportTest {

    @TempDir
    Path folder;

    private JsonNode imported(Foreign foreign) throws Exception {
        PackImport.run(foreign.write(folder.resolve("from")), folder.resolve("pack"));
        return new ObjectMapper(new YAMLFactory())
                .readTree(folder.resolve("pack/challenge.yaml").toFile());
    }

    @Test
    void aBundleOfTwoTasksHasAPublicAndAPrivatePart() throws Exception {
        var pack = imported(Foreign.codabench());
        assertEquals("shapes-of-clouds", pack.get("slug").asText());
        assertEquals("open", pack.get("entry").asText());
        assertEquals("labels", pack.at("/task/kind").asText());
        assertEquals("cloud", pack.at("/task/id").asText());
        assertEquals("shape", pack.at("/task/column").asText());
        assertEquals("[\"long\",\"round\",\"torn\"]", pack.at("/task/classes").toString());
        assertEquals("2026-01-01T00:00:00Z", pack.at("/phases/0/starts").asText());
        assertEquals("2036-01-01T00:00:00Z", pack.at("/phases/0/ends").asText());
        assertEquals(1000, pack.at("/phases/0/quota/per-day").asInt());
        assertEquals("2036-02-01T12:00:00Z", pack.at("/phases/1/ends").asText());
        assertEquals("private", pack.at("/phases/1/part").asText());
        assertTrue(pack.at("/phases/1/carry-over").asBoolean());
        assertEquals(2, pack.get("metrics").size());
        assertEquals("lower", pack.at("/metrics/1/direction").asText());
        var solution = Files.readAllLines(folder.resolve("pack/data/solution.csv"));
        assertEquals("subject,shape,Usage", solution.getFirst());
        assertTrue(solution.contains("4,torn,Public") && solution.contains("12,torn,Private"), solution::toString);
        assertEquals(
                "12,d4",
                Files.readAllLines(folder.resolve("pack/data/subjects.csv")).getLast());
        var report = Files.readString(folder.resolve("pack/import-report.md"));
        for (var told :
                List.of("column both", "docker_image python:3.11", "input_data input", "image", "submission_rule")) {
            assertTrue(report.substring(report.indexOf("## Not taken over")).contains(told), told + "\n" + report);
        }
    }

    @Test
    void anArchiveWithEverythingInOneFolderIsReadToo() throws Exception {
        var zip = Foreign.codabench().zip(folder.resolve("b.zip"));
        assertFalse(PackImport.run(zip, folder.resolve("pack")).taken().isEmpty());
    }

    @Test
    void withoutAnExampleTheProgramsSourceNamesTheFile() throws Exception {
        imported(Foreign.codabench()
                .without("solution/answers.csv")
                .replacing("competition.yaml", "path: solution", "path: nowhere"));
        assertTrue(Files.readString(folder.resolve("pack/scoring_program/metadata.yaml"))
                .contains("file: answers.csv"));
    }

    @Test
    void annotationsWithoutHeaderAreNumberedRows() throws Exception {
        var pack = imported(Foreign.evalAi());
        assertEquals("values", pack.at("/task/kind").asText());
        assertEquals("lower", pack.at("/metrics/0/direction").asText());
        assertTrue(pack.at("/metrics/0/primary").asBoolean());
        assertEquals("own", pack.at("/phases/0/board").asText());
        assertEquals(
                "3,3.125,Public",
                Files.readAllLines(folder.resolve("pack/data/solution.csv")).get(3));
    }

    @Test
    void usageOfASolutionFileIsKept() throws Exception {
        var pack = imported(Foreign.kaggle());
        assertEquals("ImageId", pack.at("/task/id").asText());
        assertEquals("accuracy", pack.at("/metrics/0/name").asText());
        assertTrue(Files.readAllLines(folder.resolve("pack/data/solution.csv")).contains("4,dog,Ignored"));
        assertTrue(Files.readString(folder.resolve("pack/data.md")).contains("Images."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "version: 2 | version: 1 | not of version 2",
                "title: Shapes of Clouds | `` | has no title",
                "reference_data: dev/ | reference_data: ../../etc | which is not there",
                "reference_data: dev/ | reference_data: nowhere | nowhere, which is not there",
                "scoring_program: scoring | scoring_program: pages/terms.md | neither a folder nor a zip",
                "start: 2026-01-01 | start: soon | start of phases of competition.yaml is no time: soon",
                "leaderboards: | boards: | has no leaderboards",
                "title: Shapes of Clouds | title: &a [[*a]] | has no title",
                "title: Shapes of Clouds | title: {a: &a [[*a]], ? [*a] : x} | competition.yaml is broken",
                "title: Shapes of Clouds | title: {Shapes: of Clouds} | has no title",
                "terms: pages/terms.md | terms: gone.md | terms names gone.md, which is not there"
            })
    void whatIsBrokenIsNamed(String old, String by, String said) {
        var from = Foreign.codabench()
                .replacing("competition.yaml", old, by == null ? "" : by)
                .write(folder.resolve("from"));
        var refused = assertThrows(NotImported.class, () -> PackImport.run(from, folder.resolve("pack")));
        assertTrue(String.valueOf(refused.getMessage()).contains(said), refused::getMessage);
        assertFalse(Files.exists(folder.resolve("pack")));
    }

    /// Written out, the smaller one is of a million parts, the larger one of more than there is room for.
    @ParameterizedTest
    @CsvSource({"20, 2, has no title", "9, 9, aliases"})
    void aliasesAreNotWrittenOut(int deep, int wide, String said) {
        var bomb = new StringBuilder("levels:\n  - &l0 [x]\n");
        for (int i = 1; i <= deep; i++) {
            bomb.append("  - &l" + i + " [" + String.join(", ", Collections.nCopies(wide, "*l" + (i - 1))) + "]\n");
        }
        var from = Foreign.codabench()
                .replacing("competition.yaml", "title: Shapes of Clouds", bomb + "title: *l" + deep)
                .write(folder.resolve("from"));
        var refused = assertThrows(NotImported.class, () -> PackImport.run(from, folder.resolve("pack")));
        assertTrue(String.valueOf(refused.getMessage()).contains(said), refused::getMessage);
    }

    /// Each would be some 20 GB, written out.
    @ParameterizedTest
    @ValueSource(strings = {"phases:\n  - tasks: [%s]\n", "pages: [%s]\n"})
    void aliasesOfOneLongTextAreNotWrittenOut(String inWhat) {
        var from = Foreign.codabench()
                .replacing(
                        "competition.yaml",
                        "title: Shapes of Clouds",
                        "long: &long " + "x".repeat(900_000) + "\n" + inWhat.formatted("*long, ".repeat(20_000))
                                + "title: Shapes of Clouds")
                .write(folder.resolve("from"));
        var refused = assertThrows(NotImported.class, () -> PackImport.run(from, folder.resolve("pack")));
        assertTrue(String.valueOf(refused.getMessage()).contains("aliases stand for"), refused::getMessage);
    }

    @Test
    void pagesMadeOfOneLongFileAgainAndAgainAreRefused() {
        var from = Foreign.codabench()
                .replacing(
                        "competition.yaml",
                        "pages:\n",
                        "pages:\n" + "  - {title: Overview, file: pages/overview.md}\n".repeat(5_000))
                .with("pages/overview.md", "x".repeat(900_000))
                .write(folder.resolve("from"));
        var refused = assertThrows(NotImported.class, () -> PackImport.run(from, folder.resolve("pack")));
        assertTrue(String.valueOf(refused.getMessage()).contains("overview.md is longer"), refused::getMessage);
    }

    @Test
    void referenceDataThatAreNoTableAreNamed() {
        var from = Foreign.codabench()
                .without("dev/shapes.csv")
                .with("dev/a.csv", "a,b\n1\n")
                .write(folder.resolve("from"));
        var refused = assertThrows(NotImported.class, () -> PackImport.run(from, folder.resolve("pack")));
        assertTrue(String.valueOf(refused.getMessage()).contains("a.csv, row 2"), refused::getMessage);
    }

    @Test
    void aSampleThatAsksForSomethingElseIsRefused() {
        var from = Foreign.kaggle()
                .with("sample_submission.csv", "ImageId,Other\n1,cat\n")
                .write(folder.resolve("from"));
        var refused = assertThrows(NotImported.class, () -> PackImport.run(from, folder.resolve("pack")));
        assertTrue(String.valueOf(refused.getMessage()).contains("ImageId, Other"), refused::getMessage);
    }

    @Test
    void linksAndArchivesThatLeadOutsideAreRefused() throws Exception {
        var from = Foreign.codabench().without("pages/terms.md").write(folder.resolve("from"));
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(from.resolve("pages/terms.md"), secret);
        var link = assertThrows(NotImported.class, () -> PackImport.run(from, folder.resolve("pack")));
        assertTrue(String.valueOf(link.getMessage()).contains("leads out"), link::getMessage);

        var zip = folder.resolve("evil.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../evil"));
        }
        assertThrows(PackRefused.class, () -> PackImport.run(zip, folder.resolve("pack")));
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("pack"));
        Files.writeString(folder.resolve("pack/mine"), "");
        var from = Foreign.kaggle().write(folder.resolve("from"));
        var refused = assertThrows(NotImported.class, () -> PackImport.run(from, folder.resolve("pack")));
        assertTrue(String.valueOf(refused.getMessage()).contains("not empty"), refused::getMessage);
    }

    @Test
    void deepYamlAndAliasesEndSoon() {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'm'; c++) {
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + (char) (c - 1) + ", ").repeat(30))
                    .append("x]\n");
        }
        var from = Foreign.codabench().with("competition.yaml", bomb.toString()).write(folder.resolve("from"));
        assertThrows(NotImported.class, () -> PackImport.run(from, folder.resolve("pack")));
    }
}
