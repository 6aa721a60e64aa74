package org.voorwerp.consensus.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voorwerp.consensus.RealData;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.extract.DrawingExtractor;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.extract.ExtractTable;
import org.voorwerp.consensus.extract.Extraction;
import org.voorwerp.consensus.extract.Figure.Circle;
import org.voorwerp.consensus.extract.Marks;
import org.voorwerp.consensus.extract.QuestionExtractor;
import org.voorwerp.consensus.extract.ShapeKind;
import org.voorwerp.consensus.extract.SurveyExtractor;
import org.voorwerp.consensus.extract.WideTable;
import org.voorwerp.consensus.panoptes.Anonymous;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.consensus.panoptes.RowSelection;
import org.voorwerp.consensus.panoptes.SpecialRows;
import org.voorwerp.consensus.panoptes.Versions;
import org.voorwerp.consensus.panoptes.WorkflowVersion;
import org.voorwerp.table.Table;

/// Whole files in and out, against those of the Zooniverse's own aggregation and of its projects.
@NullUnmarked
class WholeFilesTest {

    @TempDir
    Path folder;

    private static RowSelection everyRow(long workflow, Versions versions) {
        return new RowSelection(
                workflow, versions, SpecialRows.KEEP, SpecialRows.KEEP, SpecialRows.KEEP, Anonymous.BY_NAME);
    }

    @ParameterizedTest
    @CsvSource({"question, question", "survey, survey"})
    void reductionsOfWholeFilesAreTheSameByteForByte(String extracted, String reduced) throws IOException {
        var reducer = Reducers.of(reduced + "_reducer", JsonNodeFactory.instance.objectNode())
                .orElseThrow();
        var reduction = new Reduction(reducer, Repeats.FIRST);
        ExtractTable.read(vector("reduce_csv__extracted_csv_" + extracted + ".csv"), Anonymous.BY_NAME, reduction::add);

        var written = folder.resolve("reduced.csv");
        reduction.write(written);

        assertEquals(
                Files.readString(vector("reduce_csv__reduced_csv_" + reduced + ".csv")), Files.readString(written));
    }

    /// What is read is written as it was: names and order of columns, numbers in columns with gaps.
    @ParameterizedTest
    @CsvSource({
        "extract_csv__extracted_csv_question",
        "extract_csv__extracted_csv_question_max",
        "extract_csv__extracted_csv_question_min",
        "extract_csv__extracted_csv_survey",
        "extract_csv__extracted_csv_two_T0",
        "extract_csv__extracted_csv_two_T1"
    })
    void extractsAreWrittenAsTheyAreRead(String name) throws IOException {
        var rows = new ArrayList<ExtractRow>();
        ExtractTable.read(vector(name + ".csv"), Anonymous.BY_NAME, rows::add);

        var written = folder.resolve("extracts.csv");
        try (var table = new WideTable(written, ExtractRow.COLUMNS)) {
            for (var row : rows) {
                table.add(row);
            }
            table.finish();
        }

        assertEquals(Files.readString(vector(name + ".csv")), Files.readString(written));
    }

    /// They may name volunteers. The table is what the second of two files becomes.
    @Test
    void rowsWaitWhereOnlyTheirOwnerMayReadThem() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "skipped: no such modes");
        var written = folder.resolve("waiting.csv");
        var modes = new ArrayList<String>();
        try (var table = new WideTable(written, List.of("subject"));
                var files = Files.newDirectoryStream(folder, "waiting.csv*")) {
            table.add(List.of("1"), JsonNodeFactory.instance.objectNode());
            for (var file : files) {
                modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
            table.finish();
        }
        modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)));

        assertEquals(List.of("rw-------", "rw-------"), modes);
    }

    /// The rows that the configurations choose by version. What the classifications answer was put in their place by
    /// the tests these files come from, so only which rows there are can be compared.
    @ParameterizedTest
    @CsvSource({"min, 14.1, , 2 3 4", "max, , 14.1, 1 2"})
    void versionsFromAndToTakeTheSameRows(String name, String from, String to, String expected) throws IOException {
        var versions = new Versions(
                from == null ? null : WorkflowVersion.of(from), to == null ? null : WorkflowVersion.of(to));
        var ids = new ArrayList<String>();
        try (var table = Table.open(vector("extract_csv__extracted_csv_question_" + name + ".csv"))) {
            for (var row : table) {
                ids.add(row.get(0));
            }
        }
        assertEquals(expected, String.join(" ", ids.stream().distinct().toList()));

        // An annotation without a value is no answer: theirs is of one task that was answered in place.
        var ledger = new Extraction(everyRow(4249, versions), "T0", new QuestionExtractor())
                .rows(vector("extract_csv__classification_data_dump_two_tasks.csv"), _ -> {}, _ -> {});

        assertEquals(4, ledger.rows());
        assertEquals(
                4 - expected.split(" ").length,
                ledger.dropped().get(Reason.OTHER_VERSION).rows());
    }

    private static Path vector(String name) {
        return RealData.file("panoptes-aggregation/csv-vectors/" + name);
    }

    @Test
    void andromedasEightyMarksComeOut() throws IOException {
        var selection = everyRow(3149, new Versions(WorkflowVersion.of("57"), null));
        var marks = new ArrayList<Marks>();
        var ledger = new Extraction(selection, "T0", DrawingExtractor.of(ShapeKind.CIRCLE))
                .marks(RealData.file("panoptes/andromeda-drawing.csv"), marks::add, _ -> {});

        assertTrue(ledger.findings().isEmpty());
        var expected = new ArrayList<String>();
        try (var table = Table.open(RealData.file("panoptes/andromeda-drawing.expected-marks.csv"))) {
            for (var row : table) {
                expected.add(row.get(1)
                        + ' '
                        + row.get(5)
                        + ' '
                        + row.get(6)
                        + ' '
                        + row.number(8)
                        + ' '
                        + row.number(9)
                        + ' '
                        + row.number(10)
                        + ' '
                        + row.get(11));
            }
        }
        var found = new ArrayList<String>();
        for (var one : marks) {
            for (var mark : one.marks()) {
                var circle = (Circle) mark.shape();
                found.add(one.classification() + " " + one.subject() + ' ' + mark.tool() + ' ' + circle.x() + ' '
                        + circle.y() + ' ' + circle.r() + ' ' + mark.frame());
            }
        }
        assertEquals(80, expected.size());
        assertEquals(expected, found);
    }

    @Test
    void michigansSurveyIsExtractedAndReduced() throws IOException {
        var rows = reduce(
                "panoptes/michigan-survey-question.csv.gz",
                new Extraction(everyRow(2276, Versions.ALL), "T3", new SurveyExtractor()),
                new SurveyReducer());

        long choices = rows.stream()
                .mapToLong(row -> row.data().get("choice_count").longValue())
                .sum();
        assertTrue(choices >= 1900, () -> choices + " choices");
        assertTrue(rows.stream()
                .allMatch(row -> row.data().path("choice_count").asLong()
                        <= row.data().path("total_vote_count").asLong()));
    }

    private static List<Reduction.Reduced> reduce(String file, Extraction extraction, SubjectReducer reducer)
            throws IOException {
        var reduction = new Reduction(reducer, Repeats.FIRST);
        var ledger = extraction.rows(RealData.file(file), reduction::add, _ -> {});
        assertEquals(List.of(), ledger.findings().list());
        return reduction.rows();
    }

    /// A tool that drew points under one version drew rectangles and circles under others.
    @Test
    void kenyasToolsAreWhatEachMarkIs() throws IOException {
        var kinds = new HashMap<ShapeKind, Integer>();
        new Extraction(everyRow(2030, Versions.ALL), "T2", DrawingExtractor.all())
                .marks(
                        RealData.file("panoptes/kenya-survey-multiple-drawing.csv.gz"),
                        some -> some.marks()
                                .forEach(mark -> kinds.merge(mark.shape().kind(), 1, Integer::sum)),
                        _ -> {});

        assertEquals(Set.of(ShapeKind.POINT, ShapeKind.RECTANGLE, ShapeKind.CIRCLE), kinds.keySet(), kinds::toString);
    }

    @Test
    void catsAreFollowedByFreehandLinesAndPolygons() throws IOException {
        var kinds = new HashMap<ShapeKind, Integer>();
        new Extraction(everyRow(28090, Versions.ALL), "T0", DrawingExtractor.all())
                .marks(
                        RealData.file("panoptes/cats-freehand.csv.gz"),
                        some -> some.marks()
                                .forEach(mark -> kinds.merge(mark.shape().kind(), 1, Integer::sum)),
                        _ -> {});

        assertEquals(Set.of(ShapeKind.FREEHAND_LINE, ShapeKind.POLYGON), kinds.keySet());
    }

    @Test
    void aQuestionIsReducedWithItsVotes() throws IOException {
        var rows = reduce(
                "panoptes-aggregation/cls_export.csv",
                new Extraction(everyRow(10, Versions.ALL), "T0", new QuestionExtractor()),
                new VotesReducer());

        var votes = rows.stream()
                .mapToLong(row -> row.data().path("num_votes").asLong())
                .sum();
        assertEquals(7, votes, () -> rows.toString());
    }
}
