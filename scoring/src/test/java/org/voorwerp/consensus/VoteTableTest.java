package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.consensus.QuestionTree.Question;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.VoteTable.Plain;
import org.voorwerp.consensus.VoteTable.Tree;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

@NullUnmarked
class VoteTableTest {

    private static final Labels KIND = new Labels("label", List.of("spiral", "merger"));
    private static final Plain CLASSES = new Plain(Map.of("spiral", "n_sp", "merger", "n_mg"));

    @TempDir
    Path folder;

    private VoteTable table(String text, String number, VoteTable.Columns columns) throws IOException {
        return table(text, number, columns, 1);
    }

    private VoteTable table(String text, String number, VoteTable.Columns columns, int minimum) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "votes", ".csv"), text);
        return new VoteTable(file, "id", number, columns, null, minimum, Ties.DROP);
    }

    private static Values values(String... names) {
        return new Values(
                Arrays.stream(names).map(name -> new NumberColumn(name, 0, 1)).toList());
    }

    private static String problem(VoteTable table, TaskKind kind) {
        return assertThrows(ConsensusException.class, () -> table.gather(kind))
                .findings()
                .getFirst()
                .toString();
    }

    @Test
    void countsBecomeFractionsLabelsAndNumbersOfVotes() throws IOException {
        var gathered = table("id,n_mg,n_sp\nc,4,4\na,3,1\nb,0,5\nd,0,0\n", null, CLASSES)
                .gather(KIND);
        var consensus = gathered.crowd().consensus();

        assertEquals(List.of("a", "b", "c", "d"), consensus.subjects());
        assertArrayEquals(new int[] {4, 5, 8, 0}, consensus.votes());
        var answers = (ClassAnswers) consensus.answers();
        assertArrayEquals(new int[] {1, 0}, Arrays.copyOf(answers.labels(), 2));
        assertArrayEquals(new double[] {0.25, 1, 0.5, 0}, answers.fractions()[0]);
        assertTrue(consensus.tied()[2]);
        // Shares of the most voted class: 3/4, 5/5, 4/8; d has no vote.
        assertEquals((0.75 + 1 + 0.5) / 3, gathered.agreement().meanPluralityShare(), 1e-12);
    }

    @Test
    void fractionsAreMadeToAddUpToOneAndNeedANumber() throws IOException {
        var text = "id,n_mg,n_sp,n\na,.666,.333,3\nb,.2,.8,10\n";
        var consensus = table(text, "n", CLASSES).gather(KIND).crowd().consensus();

        assertArrayEquals(new int[] {3, 10}, consensus.votes());
        double[][] fractions = ((ClassAnswers) consensus.answers()).fractions();
        assertEquals(1, fractions[0][0] + fractions[1][0], 1e-15);
        assertEquals(2 / 3.0, fractions[1][0], 1e-12);
        var unknown = table(text, null, CLASSES).gather(KIND);
        assertNull(unknown.crowd().consensus().votes());
        assertNull(unknown.agreement());
        assertTrue(problem(table(text, null, CLASSES, 5), KIND).contains("name the table's column of it as number"));
    }

    @Test
    void oneVoteIsTakenOutOfTheCounts() throws IOException {
        var crowd = table("id,n_mg,n_sp\na,3,1\nb,0,5\nc,1,0\nd,9,0\n", null, CLASSES)
                .gather(KIND)
                .crowd();
        var heldBack = crowd.holdBack(new int[] {0, 1, 2}, 1);

        int[] drawn = ((ClassAnswers) heldBack.votes()).labels();
        double[][] rest = ((ClassAnswers) heldBack.rest().answers()).fractions();
        assertEquals(drawn[0] == 1 ? 2 / 3.0 : 1, rest[1][0], 1e-12);
        assertEquals(0, drawn[1], "only spiral has votes");
        assertEquals(-1, drawn[2], "one vote cannot be spared");
        assertEquals(-1, drawn[3], "not asked for");
        assertArrayEquals(new int[] {3, 4, 1, 9}, heldBack.rest().votes());
    }

    @Test
    void voteDrawsFollowTheFractions() throws IOException {
        var text = new StringBuilder("id,n_mg,n_sp\n");
        for (int i = 0; i < 4000; i++) {
            text.append("s").append(i).append(",3,7\n");
        }
        var heldBack = table(text.toString(), null, CLASSES)
                .gather(KIND)
                .crowd()
                .holdBack(IntStream.range(0, 4000).toArray(), 5);

        long mergers = IntStream.of(((ClassAnswers) heldBack.votes()).labels()).sum();
        // 1,200 expected, standard deviation √(4000 · 0.3 · 0.7) = 29.
        assertTrue(Math.abs(mergers - 1200) < 120, mergers + " of 4000");
    }

    @Test
    void valuesAreTakenAsTheyAre() throws IOException {
        var columns = new Plain(Map.of("merger_fraction", "f", "size", "r"));
        var kind = new Values(List.of(new NumberColumn("merger_fraction", 0, 1), new NumberColumn("size")));
        var consensus = table("id,r,f\nb,-7,.5\na,12.5,0\n", null, columns)
                .gather(kind)
                .crowd()
                .consensus();

        var answers = (ValueAnswers) consensus.answers();
        assertEquals(List.of("merger_fraction", "size"), answers.columns());
        assertArrayEquals(new double[] {0, .5}, answers.values()[0]);
        assertArrayEquals(new double[] {12.5, -7}, answers.values()[1]);
    }

    @Test
    void oneVoteIsTakenOutOfAFraction() throws IOException {
        var crowd = table("id,f,n\na,.25,8\nb,1,4\nc,0,4\nd,.5,1\n", "n", new Plain(Map.of("f", "f")))
                .gather(values("f"))
                .crowd();
        var heldBack = crowd.holdBack(new int[] {0, 1, 2, 3}, 3);

        double[] drawn = ((ValueAnswers) heldBack.votes()).values()[0];
        double[] rest = ((ValueAnswers) heldBack.rest().answers()).values()[0];
        // Two of eight said yes.
        assertEquals((2 - drawn[0]) / 7, rest[0], 1e-12);
        assertEquals(1, drawn[1]);
        assertEquals(1, rest[1]);
        assertEquals(0, drawn[2]);
        assertTrue(Double.isNaN(drawn[3]));
        assertEquals(.5, rest[3]);
    }

    @Test
    void ofAnswersToOneQuestionAVolunteerGivesOne() throws IOException {
        var text = new StringBuilder("id,a,b,c,n\n");
        for (int i = 0; i < 500; i++) {
            text.append("s").append(i).append(",.2,.5,.3,10\n");
        }
        var crowd = table(text.toString(), "n", new Plain(Map.of("a", "a", "b", "b", "c", "c")))
                .gather(values("a", "b", "c"))
                .crowd();
        double[][] drawn = ((ValueAnswers)
                        crowd.holdBack(IntStream.range(0, 500).toArray(), 3).votes())
                .values();

        for (int i = 0; i < 500; i++) {
            assertEquals(1, drawn[0][i] + drawn[1][i] + drawn[2][i]);
        }
    }

    @Test
    void nothingCanBeHeldBackWithoutNumbersOrFromWhatIsNoFraction() throws IOException {
        var unknown = table("id,f\na,.5\n", null, new Plain(Map.of("f", "f")))
                .gather(values("f"))
                .crowd();
        assertThrows(ConsensusException.class, () -> unknown.holdBack(new int[] {0}, 1));
        var sizes = table("id,f,n\na,7.5,10\n", "n", new Plain(Map.of("f", "f")))
                .gather(values("f"))
                .crowd();
        assertThrows(ConsensusException.class, () -> sizes.holdBack(new int[] {0}, 1));
    }

    @Test
    void fractionsMultiplyDownTheTree() throws IOException {
        var answers = new LinkedHashMap<>(Map.of("smooth", "s"));
        answers.put("features", "f");
        var tree = new QuestionTree(List.of(
                new Question("shape", List.of(), answers),
                new Question("edge-on", List.of("features"), Map.of("edge", "e")),
                new Question("odd", List.of("smooth", "edge"), Map.of("odd", "o"))));
        var gathered = table("id,s,f,e,o\na,.6,.2,.4,.9\nb,1,0,0,0\nc,0,0,0,.5\n", null, new Tree(tree))
                .gather(values("edge", "smooth", "odd", "features"));
        double[][] values = ((ValueAnswers) gathered.crowd().consensus().answers()).values();

        // a: .6/.8, .2/.8; edge is the only answer, so .25 · 1; odd after smooth or edge: (.75 + .25) · 1.
        assertArrayEquals(new double[] {.25, 0, 0}, values[0], 1e-12);
        assertArrayEquals(new double[] {.75, 1, 0}, values[1], 1e-12);
        assertArrayEquals(new double[] {1, 0, 0}, values[2], 1e-12);
        assertArrayEquals(new double[] {.25, 0, 0}, values[3], 1e-12);
    }

    @Test
    void aVolunteersVotesAreTakenOutAllTheWayDownTheTree() {
        var shape = new LinkedHashMap<String, String>();
        shape.put("smooth", "s");
        shape.put("features", "f");
        var bar = new LinkedHashMap<String, String>();
        bar.put("bar", "b");
        bar.put("none", "n");
        var tree = new QuestionTree(
                List.of(new Question("shape", List.of(), shape), new Question("bar", List.of("features"), bar)));
        // Ten volunteers: six smooth, four features; of these three saw a bar.
        var fractions = new double[] {.6, .4, .75, .25};

        assertArrayEquals(
                new double[] {0, 1, 1, 0}, tree.draw(fractions, question -> question.equals("shape") ? .7 : .1));
        assertArrayEquals(new double[] {1, 0, 0, 0}, tree.draw(fractions, _ -> .5));
        assertArrayEquals(
                new double[] {6 / 9.0, 3 / 9.0, 2 / 3.0, 1 / 3.0},
                tree.without(fractions, 10, new double[] {0, 1, 1, 0}),
                1e-12);
        assertArrayEquals(
                new double[] {5 / 9.0, 4 / 9.0, 3 / 4.0, 1 / 4.0},
                tree.without(fractions, 10, new double[] {1, 0, 0, 0}),
                1e-12);
    }

    @Test
    void aTreeThatIsNoneIsRefused() {
        var first = new Question("first", List.of(), Map.of("a", "x"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new QuestionTree(List.of(new Question("second", List.of("a"), Map.of("b", "y")), first)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new QuestionTree(List.of(first, new Question("second", List.of(), Map.of("a", "y")))));
    }

    @Test
    void whatIsWrongWithATableIsToldWithItsLine() throws IOException {
        assertEquals(
                "line 3, column 2: \"many\" is not a number (column \"n_mg\")",
                problem(table("id,n_mg,n_sp\nb,1,2\na,many,3\n", null, CLASSES), KIND));
        assertEquals(
                "line 4, column 1: subject \"a\" stands in line 2 already (column \"id\")",
                problem(table("id,n_mg,n_sp\na,1,2\nb,2,2\na,1,3\n", null, CLASSES), KIND));
        assertEquals(
                "line 2, column 2: votes cannot be negative, and -1.0 is",
                problem(table("id,n_mg,n_sp\nb,-1,2\na,2,3\n", null, CLASSES), KIND));
        assertEquals("the table has no rows", problem(table("id,n_mg,n_sp\n", null, CLASSES), KIND));
        assertEquals(
                "line 1: there is no column \"n_sp\"; there are \"id\", \"n_mg\"",
                problem(table("id,n_mg\na,1\n", null, CLASSES), KIND));
        assertTrue(problem(table("id,n_mg\na,1\n", null, new Plain(Map.of("merger", "n_mg"))), KIND)
                .startsWith("the table's columns do not say where the class spiral stands"));
    }

    @Test
    void columnsAreFoundByAPatternOfTheirNames() throws IOException {
        var file = Files.writeString(
                folder.resolve("pattern.csv"),
                "id,t08_odd_a24_merger_count,t08_odd_a21_disturbed_count,t08_odd_a24_merger_debiased\n1,3,1,.8\n2,0,4,.1\n");
        var source = new VoteTable(file, "id", null, new VoteTable.Pattern("t08_*_{class}_count"), null, 1, Ties.DROP);

        var consensus = source.gather(new Labels("label", List.of("merger", "disturbed")))
                .crowd()
                .consensus();

        assertArrayEquals(new int[] {0, 1}, ((ClassAnswers) consensus.answers()).labels());
        assertArrayEquals(new int[] {4, 4}, consensus.votes());
        var debiased = new VoteTable(file, "id", null, new VoteTable.Pattern("*_{class}_debiased"), null, 1, Ties.DROP)
                .gather(new Values(List.of(new NumberColumn("merger", 0, 1))))
                .crowd()
                .consensus();
        assertArrayEquals(new double[] {.8, .1}, ((ValueAnswers) debiased.answers()).values()[0]);
    }

    @Test
    void aPatternWithoutOrWithSeveralColumnsIsAnsweredWithThoseThereAre() throws IOException {
        var file = Files.writeString(folder.resolve("pattern.csv"), "id,a_merger,b_merger\n1,3,1\n");

        var several = assertThrows(
                ConsensusException.class,
                () -> new VoteTable(file, "id", null, new VoteTable.Pattern("*_{class}"), null, 1, Ties.DROP)
                        .gather(new Labels("label", List.of("merger", "spiral"))));
        assertEquals(
                "line 1: for \"merger\" there are several columns: \"a_merger\", \"b_merger\"",
                several.findings().getFirst().toString());
        var none = assertThrows(
                ConsensusException.class,
                () -> new VoteTable(file, "id", null, new VoteTable.Pattern("c_{class}"), null, 1, Ties.DROP)
                        .gather(new Labels("label", List.of("merger", "spiral"))));
        assertTrue(none.getMessage().startsWith("line 1: no column is called as \"c_merger\"; there are"));
    }
}
