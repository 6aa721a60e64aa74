package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

@NullUnmarked
class SolutionTest {

    private static final Labels KIND = new Labels("letter", List.of("Alpha", "Beta"));

    @TempDir
    Path folder;

    private Solution labels(String text, String usage, String group) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "solution", ".csv"), text);
        return new Solution(file, "id", Map.of("label", "letter"), usage, group);
    }

    private static List<String> problems(Solution solution, TaskKind kind) {
        return assertThrows(ConsensusException.class, () -> solution.gather(kind)).findings().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void labelsUsageAndGroupsAreRead() throws IOException {
        var gathered = labels(
                        "TM,id,letter,Usage\n61,b,Beta,PRIVATE\n60,a,Alpha,public\n60,c,Beta,Ignored\n", "Usage", "TM")
                .gather(KIND);

        assertArrayEquals(
                new int[] {0, 1, 1},
                ((ClassAnswers) gathered.crowd().consensus().answers()).labels());
        assertArrayEquals(new Part[] {Part.PUBLIC, Part.PRIVATE, Part.IGNORED}, gathered.parts());
        assertEquals(List.of("60", "61", "60"), gathered.groups());
        assertNull(gathered.crowd().consensus().votes());
    }

    @Test
    void valuesAreRead() throws IOException {
        var file = Files.writeString(folder.resolve("solution.csv"), "id,y\nb,2\na,1.5\n");
        var solution = new Solution(file, "id", Map.of("year", "y"), null, null);
        var gathered = solution.gather(new Values(List.of(new NumberColumn("year"))));

        assertArrayEquals(
                new double[] {1.5, 2},
                ((ValueAnswers) gathered.crowd().consensus().answers()).values()[0]);
        assertNull(gathered.parts());
    }

    @Test
    void anUnknownUsageOrClassIsFoundInItsLine() throws IOException {
        assertEquals(
                List.of(
                        "line 2, column 3: the usage \"Pubic\" is none of Public, Private, Ignored",
                        "line 4, column 3: the usage \"\" is none of Public, Private, Ignored"),
                problems(labels("id,letter,Usage\nz,Alpha,Pubic\nb,Beta,Public\na,Beta,\n", "Usage", null), KIND));
        assertEquals(
                List.of("line 3, column 2: \"beta\" is none of the classes: \"Alpha\", \"Beta\""),
                problems(labels("id,letter\nb,Beta\na,beta\n", null, null), KIND));
    }

    @Test
    void nothingCanBeHeldBackFromIt() throws IOException {
        var crowd = labels("id,letter\nb,Beta\n", null, null).gather(KIND).crowd();

        assertThrows(ConsensusException.class, () -> crowd.holdBack(new int[] {0}, 1));
    }
}
