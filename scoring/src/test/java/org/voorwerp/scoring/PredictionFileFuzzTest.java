package org.voorwerp.scoring;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;

/// Fuzzing against [ObviousReader]. As a test it only repeats the inputs kept under `src/test/resources`; it
/// searches for new ones where the environment says `JAZZER_FUZZ=1`, one method at a time.
class PredictionFileFuzzTest {

    private static final TaskKind FRACTION = new Values(List.of(new NumberColumn("p", 0, 1)));
    private static final TaskKind TWO_NUMBERS = new Values(List.of(new NumberColumn("x"), new NumberColumn("y z")));
    private static final TaskKind LETTERS = new Labels("letter", List.of("A", "Β", "c,d", "\"", " e"));
    private static final TaskKind WORDS = new Texts("text", 7);
    private static final TaskKind CHANCES = new Probabilities("p_", List.of("yes", "no"));
    private static final SubjectIndex IDS = SubjectIndex.of(List.of("a", "bb", "Ω", "1\"", "x,y"));

    @FuzzTest(maxDuration = "2m")
    void fractionsAreReadAsObviously(byte[] input) throws IOException {
        assertAgrees(input, FRACTION);
    }

    @FuzzTest(maxDuration = "2m")
    void numbersAreReadAsObviously(byte[] input) throws IOException {
        assertAgrees(input, TWO_NUMBERS);
    }

    @FuzzTest(maxDuration = "2m")
    void labelsAreReadAsObviously(byte[] input) throws IOException {
        assertAgrees(input, LETTERS);
    }

    @FuzzTest(maxDuration = "2m")
    void textsAreReadAsObviously(byte[] input) throws IOException {
        assertAgrees(input, WORDS);
    }

    @FuzzTest(maxDuration = "2m")
    void probabilitiesAreReadAsObviously(byte[] input) throws IOException {
        assertAgrees(input, CHANCES);
    }

    /// Numbers alone, without the file around them, which the fuzzer would have to get right first.
    @FuzzTest(maxDuration = "2m")
    void aNumberIsReadAsObviously(byte[] cell) {
        ObviousReader.assertAgrees(cell);
    }

    /// The first byte says in how small pieces the rest is read.
    private static void assertAgrees(byte[] input, TaskKind kind) throws IOException {
        if (input.length > 0) {
            ObviousReader.assertAgrees(Arrays.copyOfRange(input, 1, input.length), kind, IDS, 1 + (input[0] & 63));
        }
    }
}
