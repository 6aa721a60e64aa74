package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.consensus.panoptes.Anonymous;
import org.voorwerp.consensus.panoptes.Versions;
import org.voorwerp.consensus.panoptes.WorkflowVersion;
import org.voorwerp.table.Finding;

@NullUnmarked
class PanoptesExportTest {

    private static final Recipe RECIPE = Recipe.of(7, "T0");

    @TempDir
    Path folder;

    private final List<Extract> extracts = new ArrayList<>();

    private Tally read(Path file, Recipe recipe) throws IOException {
        extracts.clear();
        return PanoptesExport.read(file, recipe, null, extracts::add);
    }

    private Tally read(Export export) throws IOException {
        return read(export.to(folder), RECIPE);
    }

    private List<String> answers() {
        return extracts.stream().map(Extract::answer).toList();
    }

    private List<Finding> findings(Export export, Recipe recipe) {
        return assertThrows(ConsensusException.class, () -> read(export.to(folder), recipe))
                .findings();
    }

    private static Recipe with(Anonymous anonymous) {
        return RECIPE.withAnonymous(anonymous);
    }

    private static Recipe with(Map<String, String> answers) {
        return RECIPE.withAnswers(answers);
    }

    private static Recipe ofVersion(String version) {
        return RECIPE.withVersions(Versions.only(WorkflowVersion.of(version)));
    }

    @Test
    void aRowBecomesAnExtract() throws IOException {
        var tally =
                read(new Export().row("hanny", "42", "Yes", "user_id", "11", "created_at", "1970-01-01 00:01:00 UTC"));

        assertEquals(List.of(new Extract("42", "user:11", "Yes", 60, 1000, 2)), extracts);
        assertEquals(new Rows(1, 1, Map.of()), Rows.of(tally));
    }

    @Test
    void columnsAreFoundByNameWhereverTheyStand() throws IOException {
        read(new Export().row("hanny", "42", "Yes").with("").with("Unnamed: 0"));

        assertEquals(List.of("Yes"), answers());
    }

    @Test
    void oldExportsWithoutIdsOfClassificationsAndSubjectsAreRead() throws IOException {
        read(new Export().row("hanny", "42", "Yes").without("classification_id", "subject_ids"));

        assertEquals("42", extracts.getFirst().subject());
        assertEquals(-1, extracts.getFirst().classification());
    }

    @Test
    void idsThatATableProgramMadeDecimalAreTheSame() throws IOException {
        read(new Export()
                .row("hanny", "42", "Yes", "user_id", "900051.0", "workflow_id", "7.0", "subject_ids", "42.0")
                .row("hanny", "42", "Yes", "user_id", "900051"));

        assertEquals(extracts.get(0).volunteer(), extracts.get(1).volunteer());
        assertEquals("42", extracts.get(0).subject());
    }

    @Test
    void naMeansEmptyWhereRWroteTheFile() throws IOException {
        var tally = read(new Export()
                .row("not-logged-in-abc", "42", "Yes", "user_id", "NA", "gold_standard", "NA", "expert", "NA"));

        assertEquals(1, tally.used());
        assertEquals("anonymous:not-logged-in-abc", extracts.getFirst().volunteer());
    }

    @Test
    void latin1IsRead() throws IOException {
        read(new Export().row("hanny", "42", "Épave à côté").to(folder, StandardCharsets.ISO_8859_1), RECIPE);

        assertEquals(List.of("Épave à côté"), answers());
    }

    @Test
    void windowsLineEndsAreRead() throws IOException {
        var file =
                new Export().row("hanny", "42", "Yes").row("bill", "42", "No").to(folder);
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

        assertEquals(2, read(file, RECIPE).used());
        assertEquals(List.of("Yes", "No"), answers());
    }

    @Test
    void goldExpertAndEarlyRowsAreLeftOutAndCounted() throws IOException {
        var tally = read(new Export()
                .row("hanny", "42", "Yes")
                .row("hanny", "43", "Yes", "gold_standard", "true", "expert", "expert")
                .row("hanny", "44", "Yes", "expert", "owner")
                .row("hanny", "45", "Yes", "metadata", "{\"a\":{\"live_project\":true},\"live_project\":false}")
                .row("hanny", "46", "Yes", "gold_standard", "false"));

        assertEquals(2, tally.used());
        assertEquals(
                Map.of(
                        "made in gold-standard mode",
                        1L,
                        "made by an expert or owner",
                        1L,
                        "made before the launch",
                        1L),
                tally.dropped());
    }

    @Test
    void noAnswerIsNoVote() throws IOException {
        var tally = read(new Export()
                .row("a", "42", "Yes")
                .row("b", "42", "", "annotations", Export.annotation("T0", "null"))
                .row("c", "42", "", "annotations", Export.annotation("T0", "[]"))
                .row("d", "42", "", "annotations", Export.annotation("T0", "\" \""))
                .row("e", "42", "", "annotations", "[]")
                .row("f", "42", "", "annotations", "")
                .row("g", "42", "", "annotations", "[{\"task\":\"T0\"}]")
                .row("h", "42", "", "annotations", Export.annotation("T1", "\"Yes\"")));

        assertEquals(new Rows(8, 1, Map.of("no answer to the task", 7L)), Rows.of(tally));
    }

    @Test
    void severalAnswersAndDrawingsAreNoVotes() throws IOException {
        var tally = read(new Export()
                .row("a", "42", "", "annotations", Export.annotation("T0", "[\"Yes\"]"))
                .row("b", "42", "", "annotations", Export.annotation("T0", "[\"Yes\",\"No\"]"))
                .row("c", "42", "", "annotations", Export.annotation("T0", "[{\"x\":NaN,\"y\":2,\"tool\":0}]"))
                .row("d", "42", "", "annotations", Export.annotation("T0", "[{\"x\":1},{\"x\":2}]"))
                .row("e", "42", "", "annotations", Export.annotation("T0", "{\"selection\":1}")));

        assertEquals(
                new Rows(5, 1, Map.of("several answers at once", 1L, "an annotation that answers no question", 3L)),
                Rows.of(tally));
        assertEquals(List.of("Yes"), answers());
    }

    @Test
    void anAnswerInsideACombinedTaskCounts() throws IOException {
        read(new Export()
                .row("a", "42", "", "annotations", Export.annotation("T9", Export.annotation("T0", "\"Yes\""))));

        assertEquals(List.of("Yes"), answers());
    }

    @Test
    void theFirstOfSeveralAnnotationsOfTheTaskCounts() throws IOException {
        read(new Export()
                .row(
                        "a",
                        "42",
                        "",
                        "annotations",
                        "[{\"task\":\"T0\",\"value\":\"Yes\"},{\"task\":\"T0\",\"value\":\"No\"}]"));

        assertEquals(List.of("Yes"), answers());
    }

    @Test
    void anonymousVolunteersAreOneANameOrEachAloneOrLeftOut() throws IOException {
        var export = new Export()
                .row("not-logged-in-abc", "42", "Yes")
                .row("not-logged-in-abc", "43", "Yes")
                .row("hanny", "42", "Yes");
        var file = export.to(folder);

        read(file, with(Anonymous.BY_NAME));
        assertEquals(2, extracts.stream().map(Extract::volunteer).distinct().count());
        read(file, with(Anonymous.EACH));
        assertEquals(3, extracts.stream().map(Extract::volunteer).distinct().count());
        assertEquals(
                Map.of("made without an account", 2L),
                read(file, with(Anonymous.DROP)).dropped());
    }

    @Test
    void versionsAreTwoWholeNumbers() throws IOException {
        var file = new Export()
                .row("a", "42", "Yes", "workflow_version", "5.1")
                .row("b", "42", "Yes", "workflow_version", "5.10")
                .row("c", "42", "Yes", "workflow_version", "15.10")
                .to(folder);

        assertEquals(1, read(file, ofVersion("5.10")).used());
        assertEquals(2, read(file, ofVersion("5")).used());
        assertEquals(
                Map.of("another version of the workflow", 2L),
                read(file, ofVersion("15")).dropped());
    }

    @Test
    void otherWorkflowsAreCountedAndTheirCellsNotRead() throws IOException {
        var tally = read(
                new Export().row("a", "42", "Yes").row("b", "42", "Yes", "workflow_id", "8", "annotations", "{broken"));

        assertEquals(new Rows(2, 1, Map.of("another workflow", 1L)), Rows.of(tally));
    }

    @Test
    void answersAreMappedToClassesOrLeftOut() throws IOException {
        var tally = read(
                new Export()
                        .row("a", "42", "Yes")
                        .row("b", "42", "No")
                        .row("c", "42", "Can't tell")
                        .to(folder),
                with(Map.of("Yes", "merger", "No", "other", "Can't tell", "")));

        assertEquals(List.of("merger", "other"), answers());
        assertEquals(Map.of("an answer the recipe leaves out", 1L), tally.dropped());
    }

    @Test
    void anUnknownAnswerIsNamedWithItsFirstLine() {
        var findings = findings(
                new Export().row("a", "42", "Yes").row("b", "42", "Perhaps").row("c", "43", "Perhaps"),
                with(Map.of("Yes", "merger")));

        assertEquals(1, findings.size());
        assertEquals(
                "line 3, column 12: the answer \"Perhaps\" is not among the recipe's answers: \"Yes\" (2 rows have it)",
                findings.getFirst().toString());
    }

    @Test
    void brokenJsonIsFoundInItsLine() {
        var findings = findings(
                new Export()
                        .row("a", "42", "Yes")
                        .row("b", "42", "", "annotations", "[{\"task\":\"T0\",\"val")
                        .row("c", "42", "Yes", "metadata", "{\"live_project\"")
                        .row("d", "42", "", "annotations", "{\"task\":\"T0\"}")
                        .row("e", "42", "", "annotations", "[] []"),
                RECIPE);

        assertEquals(
                List.of(3L, 4L, 5L, 6L), findings.stream().map(Finding::line).toList());
        assertEquals(
                List.of(12, 11, 12, 12), findings.stream().map(Finding::column).toList());
        assertTrue(
                findings.getFirst().message().contains("no proper JSON from its character 19 on"), findings::toString);
    }

    @Test
    void anUnknownWorkflowTaskOrVersionIsAnsweredWithThoseThereAre() {
        var export = new Export().row("a", "42", "Yes").row("b", "42", "No");

        assertEquals(
                "no row is of workflow 8; there are 7 (2 rows)",
                findings(export, Recipe.of(8, "T0")).getFirst().toString());
        assertEquals(
                "line 2: no row of workflow 7, of which this is the first, answers task T5; there are T0 (2 rows)",
                findings(export, Recipe.of(7, "T5")).getFirst().toString());
        assertEquals(
                "no row of workflow 7 is of version 4; there are 3.14 (2 rows)",
                findings(export, ofVersion("4")).getFirst().toString());
    }

    @Test
    void aFileThatIsNoExportIsAnsweredWithTheColumnsItLacks() {
        var findings = findings(new Export().row("a", "42", "Yes").without("annotations", "workflow_id"), RECIPE);

        assertTrue(
                findings.getFirst().message().endsWith("it has no column workflow_id, annotations"),
                findings::toString);
    }

    @Test
    void aTruncatedFileIsFoundAtItsLastRow() throws IOException {
        var file = new Export().row("a", "42", "Yes").row("b", "42", "No").to(folder);
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 60));

        var findings =
                assertThrows(ConsensusException.class, () -> read(file, RECIPE)).findings();
        assertEquals(3, findings.getFirst().line());
    }

    @RepeatedTest(300)
    void aDamagedExportIsReadOrAnsweredWithFindings(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var file = new Export()
                .row("a", "42", "Yes")
                .row("b", "42", "No")
                .row("not-logged-in-c", "43", "Yes")
                .to(folder);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Files.write(file, bytes);
        try {
            var tally = read(file, RECIPE);
            assertEquals(
                    tally.read(),
                    tally.used()
                            + tally.dropped().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum());
            assertEquals(tally.used(), extracts.size());
        } catch (ConsensusException e) {
            assertFalse(e.findings().isEmpty());
        }
    }

    @Test
    void moreThanTwentyBrokenRowsAreCountedNotListed() {
        var export = new Export();
        for (int i = 0; i < 30; i++) {
            export.row("a", "42", "", "annotations", "[");
        }

        var thrown = assertThrows(ConsensusException.class, () -> read(export.to(folder), RECIPE));
        assertEquals(20, thrown.findings().size());
        assertEquals(30, thrown.count());
    }
}
