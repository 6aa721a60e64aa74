package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.table.Table;

/// Exports as the Zooniverse wrote them. The figures were counted apart, with a dozen lines of Python.
@NullUnmarked
class RealExportsTest {

    private static Gathered gather(String file, Recipe recipe, String... classes) throws IOException {
        return new Classifications(RealData.file(file), recipe).gather(new Labels("label", List.of(classes)));
    }

    @Test
    void michigansWeatherIsCountedWithoutGoldAndEarlyRows() throws IOException {
        var weather = gather(
                "panoptes/michigan-survey-question.csv.gz",
                Recipe.of(2276, "T2"),
                "Clear",
                "Raining",
                "Snow or Snow-Covered",
                "Flooded");

        assertEquals(
                new Rows(
                        2000,
                        1321,
                        Map.of(
                                "made in gold-standard mode", 37L,
                                "made before the launch", 639L,
                                "a repeat by the same volunteer", 3L)),
                Rows.of(weather.rows()));
        assertEquals(19, weather.volunteers());
        assertEquals(0.5496160661547549, weather.agreement().krippendorffAlpha(), 1e-12);
        var consensus = weather.crowd().consensus();
        assertEquals(1165, consensus.subjects().size());
        assertEquals(29, count(consensus.tied()));
        var clear = new int[4];
        for (int i = 0; i < consensus.tied().length; i++) {
            if (!consensus.tied()[i]) {
                clear[((ClassAnswers) consensus.answers()).labels()[i]]++;
            }
        }
        assertArrayEquals(new int[] {754, 26, 269, 87}, clear);
    }

    private static long sum(Map<String, Long> dropped) {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    @Test
    void kenyasMixOfWorkflowsVersionsAndNaIsRead() throws IOException {
        var nothing = gather("panoptes/kenya-survey-multiple-drawing.csv.gz", Recipe.of(2030, "T5"), "Nothing Here");

        assertEquals(
                new Rows(
                        2000,
                        909,
                        Map.of(
                                "another workflow", 8L,
                                "made before the launch", 349L,
                                "no answer to the task", 734L)),
                Rows.of(nothing.rows()));
        assertEquals(39, nothing.volunteers());
        assertEquals(886, nothing.crowd().consensus().subjects().size());
    }

    @Test
    void aTaskOfDrawingsIsAnsweredWithWhatItsRowsHold() {
        // Asked for outside of what must fail: where the file is not there, the test is skipped.
        var export = new Classifications(RealData.file("panoptes/andromeda-drawing.csv"), Recipe.of(3149, "T0"));
        var thrown =
                assertThrows(ConsensusException.class, () -> export.gather(new Labels("label", List.of("cluster"))));

        var problem = thrown.findings().getFirst().toString();
        assertTrue(problem.startsWith("no vote is left: 63 rows read, 0 used; dropped: "), problem);
        assertTrue(problem.contains("an annotation that answers no question"), problem);
    }

    @Test
    void aRecentExportIsRead() throws IOException {
        var file = RealData.file("panoptes-aggregation/cls_export.csv");
        var rising = new Classifications(file, Recipe.of(10, "T0")).read(List.of("Yes", "No"), _ -> {});

        assertEquals(7, rising.rows().read());
        assertEquals(7, rising.rows().used() + sum(rising.rows().dropped()));
        // A single volunteer without an account made it.
        var thrown = assertThrows(ConsensusException.class, rising::requireCrowd);
        assertEquals(2, thrown.findings().getFirst().line());
    }

    /// A third of its rows are repeats, and its own aggregation keeps all.
    @Test
    void stellerwatchsOwnCountsComeOut() throws IOException {
        var builder = new VotesBuilder();
        try (var table = Table.open(RealData.file("panoptes/stellerwatch-extract.csv"))) {
            int classification = table.column("classification_id");
            int user = table.column("user_name");
            int subject = table.column("subject_ids");
            int value = table.column("val");
            for (var row : table) {
                builder.add(new Extract(
                        row.get(subject),
                        row.get(user),
                        row.get(value),
                        Long.MIN_VALUE,
                        row.whole(classification),
                        row.line()));
            }
        }
        var votes = builder.build(List.of("Yes!", "No.", "null"), Repeats.ALL);
        var counts = new HashMap<String, List<Integer>>();
        for (int i = 0; i < votes.subjects().size(); i++) {
            int subject = i;
            counts.put(
                    votes.subjects().get(i),
                    Arrays.stream(votes.counts())
                            .map(ofClass -> ofClass[subject])
                            .toList());
        }

        var compared = new ArrayList<String>();
        int wrong = 0;
        try (var table = Table.open(RealData.file("panoptes/stellerwatch-extract.expected-aggregate.csv"))) {
            for (var row : table) {
                var expected = List.of((int) row.whole(2), (int) row.whole(3), (int) row.whole(4));
                assertEquals(expected, counts.get(row.get(0)), row.get(0));
                assertEquals(
                        row.whole(1),
                        expected.stream().mapToInt(Integer::intValue).sum());
                // Their columns of fractions hold numbers, so that 0.8 of one vote is reached by a single one: eight
                // subjects that up to 98 % of the votes say no to are called a yes. By share they are not.
                assertEquals(expected.get(0) >= 0.8 ? "Yes!" : "No.", row.get(5), row.get(0));
                if (!row.get(5).equals(expected.get(0) >= 0.8 * row.whole(1) ? "Yes!" : "No.")) {
                    wrong++;
                }
                compared.add(row.get(0));
            }
        }
        assertEquals(100, compared.size());
        assertEquals(8, wrong);
    }
}
