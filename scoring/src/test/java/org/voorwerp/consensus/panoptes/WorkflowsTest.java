package org.voorwerp.consensus.panoptes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.consensus.Export;
import org.voorwerp.consensus.Extract;
import org.voorwerp.consensus.PanoptesExport;
import org.voorwerp.consensus.RealData;
import org.voorwerp.consensus.Recipe;
import org.voorwerp.table.TableException;

@NullUnmarked
class WorkflowsTest {

    @TempDir
    Path folder;

    private static String row(String version, String minor, String first, String second) {
        var tasks = "{\"T0\":{\"type\":\"single\",\"question\":\"T0.question\",\"answers\":"
                + "[{\"label\":\"T0.answers.0.label\"},{\"label\":\"T0.answers.1.label\"}]},"
                + "\"T1\":{\"type\":\"drawing\",\"tools\":[{\"type\":\"triangle\",\"label\":\"T1.tools.0.label\"}]}}";
        var strings = "{\"T0.question\":\"What is it?\",\"T0.answers.0.label\":\"" + first
                + "\",\"T0.answers.1.label\":\"" + second + "\",\"T1.tools.0.label\":\"Tent\"}";
        return "7," + version + ',' + minor + ",\"" + tasks.replace("\"", "\"\"") + "\",\""
                + strings.replace("\"", "\"\"") + "\"\n";
    }

    private Path export(String... rows) throws IOException {
        return Files.writeString(
                folder.resolve("workflows.csv"),
                "workflow_id,version,minor_version,tasks,strings\n" + String.join("", rows));
    }

    @Test
    void anAnswerIsKnownByItsIndexWhateverItsTextWas() throws IOException {
        var workflows = Workflows.read(
                export(row("3", "9", "Yes", "No"), row("3", "10", "Yes!", "No"), row("4", "11", "Surely", "No way")));

        assertEquals(OptionalInt.of(0), workflows.indexOf(7, WorkflowVersion.of("3.10"), "T0", "Yes!"));
        assertEquals(OptionalInt.of(0), workflows.indexOf(7, WorkflowVersion.of("3.9"), "T0", "Yes"));
        assertEquals(OptionalInt.empty(), workflows.indexOf(7, WorkflowVersion.of("3.10"), "T0", "Yes"));
        assertEquals(OptionalInt.of(1), workflows.indexOf(7, WorkflowVersion.of("3.2"), "T0", "No"));
        assertEquals(OptionalInt.of(0), workflows.indexOf(7, WorkflowVersion.of("9.9"), "T0", "Surely"));
        assertEquals(
                "What is it?", workflows.last(7).orElseThrow().question("T0").orElseThrow());
        assertEquals(
                "triangle", workflows.last(7).orElseThrow().toolType("T1", 0).orElseThrow());
        assertTrue(workflows.at(8, null).isEmpty());
    }

    @Test
    void votesOfAllVersionsGoToTheSameClass() throws IOException {
        var workflows = Workflows.read(export(row("3", "14", "Yes", "No"), row("3", "15", "Surely", "No way")));
        var export = new Export()
                .row("a", "42", "Yes")
                .row("b", "42", "Surely", "workflow_version", "3.15")
                .row("c", "42", "No way", "workflow_version", "3.15")
                .row("d", "42", "Surely")
                .to(folder);
        var votes = new ArrayList<Extract>();

        var tally = PanoptesExport.read(export, Recipe.of(7, "T0"), null, workflows, votes::add, _ -> {});

        assertEquals(
                List.of("Surely", "Surely", "No way"),
                votes.stream().map(Extract::answer).toList());
        assertEquals(Map.of("an answer the workflow of that version does not have", 1L), tally.dropped());
        votes.clear();
        PanoptesExport.read(
                export,
                Recipe.of(7, "T0").withAnswers(Map.of("0", "merger", "1", "")),
                null,
                workflows,
                votes::add,
                _ -> {});
        assertEquals(
                List.of("merger", "merger"), votes.stream().map(Extract::answer).toList());
    }

    @Test
    void aBrokenCellIsFoundInItsLine() {
        var thrown = assertThrows(
                TableException.class, () -> Workflows.read(export(row("3", "9", "Yes", "No"), "7,3,10,{broken,{}\n")));

        assertEquals(3, thrown.finding().line());
        assertEquals(4, thrown.finding().column());
    }

    @Test
    void hiddenMetadataOfSubjectsIsKeptApart() throws IOException {
        var file = Files.writeString(folder.resolve("subjects.csv"), """
                subject_id,workflow_id,metadata,locations
                5,1,"{""name"":""a"",""#label"":""merger"",""!ra"":""1"",""//note"":""x""}","{""0"":""https://x/a.jpg""}"
                5,2,"{""name"":""a""}",
                6,1,,
                """);
        var subjects = new ArrayList<SubjectExport.Subject>();
        SubjectExport.read(file, subjects::add);

        assertEquals(2, subjects.size());
        assertEquals(Map.of("name", "a"), subjects.getFirst().shown());
        assertEquals(
                Map.of("#label", "merger", "!ra", "1", "//note", "x"),
                subjects.getFirst().hidden());
        assertEquals(List.of("https://x/a.jpg"), subjects.getFirst().locations());
    }

    @Test
    void aRealExportIsReadFromEndToEndWithItsWorkflow() throws IOException {
        var workflows = Workflows.read(RealData.file("panoptes-aggregation/wf_export.csv"));
        var votes = new ArrayList<Extract>();
        var tally = PanoptesExport.read(
                RealData.file("panoptes-aggregation/cls_export.csv"),
                Recipe.of(10, "T0").withAnswers(Map.of("0", "rising", "1", "not")),
                List.of("rising", "not"),
                workflows,
                votes::add,
                _ -> {});

        assertEquals(List.of("Yes", "No"), workflows.last(10).orElseThrow().answers("T0"));
        assertEquals(7, tally.read());
        assertEquals(tally.used(), votes.size());
        assertEquals(0, tally.dropped().getOrDefault(Reason.UNKNOWN_ANSWER.words(), 0L));
    }
}
