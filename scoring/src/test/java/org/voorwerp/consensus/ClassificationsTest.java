package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

@NullUnmarked
class ClassificationsTest {

    private static final Labels KIND = new Labels("label", List.of("spiral", "merger"));

    @TempDir
    Path folder;

    private Gathered gather(Export export, TaskKind kind) throws IOException {
        return new Classifications(export.to(folder), Recipe.of(7, "T0")).gather(kind);
    }

    @Test
    void everyRowIsAccountedFor() throws IOException {
        var rows = gather(
                        new Export()
                                .row("u", "1", "spiral")
                                .row("u", "1", "merger")
                                .row("v", "1", "merger")
                                .row(
                                        "v",
                                        "1",
                                        "merger",
                                        "classification_id",
                                        "1002",
                                        "created_at",
                                        "2017-01-06 00:02:00 UTC")
                                .row("w", "2", "merger", "workflow_id", "9"),
                        KIND)
                .rows();

        assertEquals(
                new Rows(
                        5,
                        2,
                        Map.of(
                                "another workflow", 1L,
                                "the same classification a second time", 1L,
                                "a repeat by the same volunteer", 1L)),
                Rows.of(rows));
        assertEquals(
                rows.read(),
                rows.used() + rows.dropped().values().stream().mapToLong(n -> n).sum());
    }

    @Test
    void forValuesEachColumnIsTheFractionOfItsAnswer() throws IOException {
        var gathered = gather(
                new Export()
                        .row("u", "1", "merger")
                        .row("v", "1", "spiral")
                        .row("w", "1", "elliptical")
                        .row("x", "1", "merger")
                        .row("u", "2", "spiral"),
                new Values(List.of(new NumberColumn("merger", 0, 1))));
        var consensus = gathered.crowd().consensus();

        assertArrayEquals(new double[] {.5, 0}, ((ValueAnswers) consensus.answers()).values()[0]);
        assertArrayEquals(new int[] {4, 1}, consensus.votes());
        var heldBack = gathered.crowd().holdBack(new int[] {0, 1}, 1);
        double[] vote = ((ValueAnswers) heldBack.votes()).values()[0];
        assertEquals((2 - vote[0]) / 3, ((ValueAnswers) heldBack.rest().answers()).values()[0][0], 1e-12);
        assertTrue(Double.isNaN(vote[1]), "its only vote cannot be spared");
    }

    @Test
    void aColumnThatNoAnswerStandsForIsRefused() {
        var thrown = assertThrows(
                ConsensusException.class,
                () -> gather(
                        new Export().row("u", "1", "spiral"), new Values(List.of(new NumberColumn("merger", 0, 1)))));

        assertEquals(
                "no answer to task T0 stands for the column merger; there are spiral",
                thrown.findings().getFirst().toString());
    }

    @Test
    void theVoteHeldBackIsOneOfTheVotesAndTheRestAreTheOthers() throws IOException {
        var export = new Export();
        for (int subject = 0; subject < 300; subject++) {
            for (int v = 0; v < 5; v++) {
                export.row("v" + v, "s" + subject, (subject + v) % 3 == 0 ? "merger" : "spiral");
            }
        }
        var crowd = gather(export, KIND).crowd();
        var before = crowd.consensus();
        int[] all = IntStream.range(0, 300).toArray();
        var heldBack = crowd.holdBack(all, 2011);

        double[][] full = ((ClassAnswers) before.answers()).fractions();
        double[][] rest = ((ClassAnswers) heldBack.rest().answers()).fractions();
        int[] vote = ((ClassAnswers) heldBack.votes()).labels();
        for (int i : all) {
            assertEquals(full[1][i] * 5 - vote[i], rest[1][i] * 4, 1e-9);
        }
        assertTrue(IntStream.of(vote).sum() > 50 && IntStream.of(vote).sum() < 150, "about a third say merger");
    }

    @Test
    void whereNoVoteIsLeftTheRowsSayWhy() {
        var thrown = assertThrows(
                ConsensusException.class,
                () -> gather(new Export().row("u", "1", "spiral", "gold_standard", "true"), KIND));

        assertEquals(
                "no vote is left: 1 rows read, 0 used; dropped: 1 made in gold-standard mode (first in line 2)",
                thrown.findings().getFirst().toString());
    }
}
