package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Truth.ClassAnswers;

@NullUnmarked
class LabelledVotesTest {

    private static final Labels KIND = new Labels("label", List.of("spiral", "merger"));

    @TempDir
    Path folder;

    private Gathered gather(String text) throws IOException {
        var file = Files.writeString(folder.resolve("votes.csv"), text);
        return new LabelledVotes(file, new Plurality(), Repeats.FIRST, 1, Ties.DROP).gather(KIND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"task,worker,label", "item,annotator,answer", " Subject_ID ,user_name,VOTE"})
    void theUsualNamesOfColumnsAreKnown(String header) throws IOException {
        var gathered = gather(header + "\n1,a,merger\n1,b,merger\n1,c,spiral\n2,a,spiral\n2,a,merger\n");

        var consensus = gathered.crowd().consensus();
        assertEquals(List.of("1", "2"), consensus.subjects());
        assertArrayEquals(new int[] {1, 0}, ((ClassAnswers) consensus.answers()).labels());
        assertEquals(5, gathered.rows().read());
        assertEquals(4, gathered.rows().used());
        assertEquals(3, gathered.volunteers());
    }

    @Test
    void anUnknownLabelOrEmptyCellIsFoundInItsLine() {
        var thrown = assertThrows(ConsensusException.class, () -> gather("task,worker,label\n1,a,comet\n1,,merger\n"));

        assertEquals(
                "line 2, column 3: \"comet\" is none of the classes: \"spiral\", \"merger\" (column \"label\")",
                thrown.findings().getFirst().toString());
        assertEquals(
                "line 3, column 2: the cell is empty (column \"worker\")",
                thrown.findings().get(1).toString());
    }

    @Test
    void aFileWithoutVotesOrColumnsIsAnsweredClearly() {
        assertEquals(
                "the file has no votes",
                assertThrows(ConsensusException.class, () -> gather("task,worker,label\n"))
                        .getMessage());
        var thrown = assertThrows(ConsensusException.class, () -> gather("task,label\n1,merger\n"));
        assertEquals(1, thrown.findings().getFirst().line());
    }
}
