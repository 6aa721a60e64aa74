package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.table.TableException;

class TruthFileTest {

    private static final List<String> CLASSES = List.of("spiral", "round, smooth", "Β", "4\"");
    private static final SubjectIndex TWO = SubjectIndex.of(List.of("a", "b"));
    private static final Part[] PARTS = {Part.PUBLIC, Part.IGNORED};

    @Test
    void theFileIsOneThatAPersonCanRead() throws IOException {
        var classes = List.of("yes", "no");
        var fractions = new double[][] {{0.75, 0.1}, {0.25, 0.9}};
        var answers = new ClassAnswers(classes, new int[] {0, 1}, fractions);
        assertEquals("""
                id,part,votes,label,fraction_yes,fraction_no
                a,public,40,yes,0.75,0.25
                b,ignored,38,no,0.1,0.9
                """, written(new Truth(TWO, PARTS, new int[] {40, 38}, answers)));
    }

    @Test
    void unknownVotesAreLeftEmpty() throws IOException {
        var truth = new Truth(TWO, PARTS, null, new ClassAnswers(CLASSES, new int[] {0, 1}, null));
        assertEquals("id,part,votes,label\na,public,,spiral\nb,ignored,,\"round, smooth\"\n", written(truth));
        var again = assertReadsBack(truth, new Labels("label", CLASSES));
        assertNull(again.votes());
        assertNull(((ClassAnswers) again.answers()).fractions());
    }

    @Test
    void textsAreKeptAsTheyAre() throws IOException {
        var truth = new Truth(TWO, PARTS, new int[] {3, 4}, new TextAnswers(List.of("", "one, \"two\"\n Ω")));
        assertEquals("id,part,votes,text\na,public,3,\nb,ignored,4,\"one, \"\"two\"\"\n Ω\"\n", written(truth));
        assertReadsBack(truth, new Texts("line", 100));
    }

    @Test
    void whateverIsWrittenIsReadBackToTheLastBit(@TempDir Path folder) throws IOException {
        var random = new Random(11);
        for (int draw = 0; draw < 300; draw++) {
            int size = random.nextInt(1, 200);
            var subjects = SubjectIndex.of(ids(size, random));
            var parts = random.ints(size, 0, 3).mapToObj(i -> Part.values()[i]).toArray(Part[]::new);
            var votes = random.nextBoolean()
                    ? random.ints(size, 0, Integer.MAX_VALUE).toArray()
                    : null;
            var labels = random.ints(size, 0, CLASSES.size()).toArray();
            var fractions = random.nextBoolean() ? numbers(CLASSES.size(), size, random) : null;
            var classes = new Truth(subjects, parts, votes, new ClassAnswers(CLASSES, labels, fractions));
            assertReadsBack(classes, new Probabilities("p_", CLASSES));
            var values = new ValueAnswers(List.of("votes", "a,b"), numbers(2, size, random));
            var file = folder.resolve("truth.csv");
            var truth = new Truth(subjects, parts, votes, values);
            TruthFile.write(truth, file);
            assertSame(
                    truth,
                    TruthFile.read(file, new Values(List.of(new NumberColumn("votes"), new NumberColumn("a,b")))));
        }
    }

    @Test
    void aTruthOfAnotherKindIsRefused() throws IOException {
        var file = written(new Truth(TWO, PARTS, null, new ClassAnswers(CLASSES, new int[] {0, 1}, null)));
        var kind = new Values(List.of(new NumberColumn("p")));
        assertEquals(
                "line 1: the columns \"id\", \"part\", \"votes\", \"label\" are not those of such a truth:"
                        + " \"id\", \"part\", \"votes\", \"p\"",
                assertThrows(TableException.class, () -> read(file, kind)).getMessage());
        assertEquals(
                "line 2, column 4: spiral is none of \"x\"",
                assertThrows(TableException.class, () -> read(file, new Labels("l", List.of("x"))))
                        .getMessage());
    }

    @Test
    void aDamagedFileIsRefusedWithThePlace() {
        var kind = new Values(List.of(new NumberColumn("p")));
        assertEquals(
                "line 2, column 2: open is none of \"public\", \"private\", \"ignored\"", refusal("a,open,,1", kind));
        assertEquals("line 2, column 4: is not a finite number", refusal("a,public,,NaN", kind));
        assertEquals("line 2: expected 4 cells, found 3", refusal("a,public,1", kind));
        assertEquals(
                "line 3, column 3: votes are known of some subjects only", refusal("a,public,,1\nb,public,3,1", kind));
        assertEquals("the ids are wrong: \"a\" appears twice", refusal("a,public,,1\na,public,,1", kind));
    }

    @Test
    void aNumberThatIsNotFiniteIsNotWritten() {
        var truth = new Truth(TWO, PARTS, null, new ValueAnswers(List.of("p"), new double[][] {{1, Double.NaN}}));
        assertThrows(IllegalArgumentException.class, () -> written(truth));
    }

    private static String refusal(String rows, TaskKind kind) {
        return String.valueOf(assertThrows(TableException.class, () -> read("id,part,votes,p\n" + rows, kind))
                .getMessage());
    }

    private static List<String> ids(int size, Random random) {
        var endings = List.of("", ",", "\"", "\n", "\r", " ", "Ω", "#");
        var ids = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            ids.add(endings.get(random.nextInt(endings.size())) + i + endings.get(random.nextInt(endings.size())));
        }
        return ids;
    }

    private static double[][] numbers(int columns, int size, Random random) {
        return IntStream.range(0, columns)
                .mapToObj(_ -> random.longs()
                        .mapToDouble(Double::longBitsToDouble)
                        .filter(Double::isFinite)
                        .map(value -> random.nextInt(4) == 0 ? Math.rint(value % 10) : value)
                        .limit(size)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static Truth assertReadsBack(Truth truth, TaskKind kind) throws IOException {
        var again = read(written(truth), kind);
        assertSame(truth, again);
        return again;
    }

    private static void assertSame(Truth expected, Truth actual) {
        assertEquals(expected.subjects().ids(), actual.subjects().ids());
        assertArrayEquals(expected.parts(), actual.parts());
        assertArrayEquals(expected.votes(), actual.votes());
        switch (expected.answers()) {
            case ClassAnswers(var classes, var labels, var fractions) -> {
                var answers = (ClassAnswers) actual.answers();
                assertEquals(classes, answers.classes());
                assertArrayEquals(labels, answers.labels());
                // assertArrayEquals tells -0.0 from 0.0, as it compares bits.
                assertArrayEquals(fractions, answers.fractions());
            }
            case ValueAnswers(var columns, var values) -> {
                var answers = (ValueAnswers) actual.answers();
                assertEquals(columns, answers.columns());
                assertArrayEquals(values, answers.values());
            }
            case TextAnswers texts -> assertEquals(texts, actual.answers());
        }
    }

    private static String written(Truth truth) throws IOException {
        var bytes = new ByteArrayOutputStream();
        TruthFile.write(truth, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Truth read(String file, TaskKind kind) throws IOException {
        return TruthFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), kind);
    }
}
