package org.voorwerp.server.challenge.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.board.BoardRule;
import org.voorwerp.board.LogLossOracle;
import org.voorwerp.holdout.ConsensusReport.ValueSummary;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Values;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.metric.catalogue.Catalogue;

class DisclosureTest {

    private static final TaskKind PROBABILITIES = new Probabilities("p_", List.of("yes", "no"));

    private static List<ConfiguredMetric<?>> logLoss(double clip) {
        return List.of(metric(PROBABILITIES, "log-loss", Map.of("clip", clip)));
    }

    private static List<ConfiguredMetric<?>> accuracy() {
        return List.of(metric(PROBABILITIES, "accuracy", Map.of()));
    }

    private static ConfiguredMetric<?> metric(TaskKind kind, String name, Map<String, Object> parameters) {
        return Metrics.load(DisclosureTest.class.getClassLoader()).configure(kind, name, name, null, parameters, true);
    }

    private static Definition definition(String board) throws IOException {
        var yaml = "metrics: [{name: x}]\n" + board;
        return new ObjectMapper(new YAMLFactory()).readValue(yaml, Definition.class);
    }

    private static Disclosure disclosure(String board, int subjects, List<ConfiguredMetric<?>> metrics)
            throws IOException {
        return Disclosure.of(definition(board), subjects, metrics, List.of());
    }

    private static @Nullable String step(Disclosure disclosure) {
        var grid = disclosure.grid();
        return grid == null ? null : grid.step().toPlainString();
    }

    @Test
    void fewSubjectsMeanALadderAndManyRounding() throws IOException {
        var few = disclosure("", 9_999, accuracy());
        assertInstanceOf(BoardRule.FreeLadder.class, few.rule());
        // 1 / √9999 on a grid of 1, 2 and 5.
        assertEquals("0.02", step(few));
        var many = disclosure("", 10_000, accuracy());
        assertInstanceOf(BoardRule.Rounded.class, many.rule());
        assertEquals("0.001", step(many));
    }

    @Test
    void aPackMayChoose() throws IOException {
        assertNull(step(disclosure("board: {rule: full}", 100, accuracy())));
        assertEquals("0.001", step(disclosure("board: {rule: rounded}", 100, accuracy())));
        assertEquals("0.004", step(disclosure("board: {rule: rounded, step: 0.004}", 100, accuracy())));
        var ladder = disclosure("board: {rule: ladder, step: 0.03}", 100, accuracy());
        assertInstanceOf(BoardRule.Ladder.class, ladder.rule());
        assertEquals("0.03", step(ladder));
        assertInstanceOf(
                BoardRule.FreeLadder.class,
                disclosure("board: {rule: ladder}", 1_000_000, accuracy()).rule());
    }

    @Test
    void aGridThatNobodyChoseTellsNoLabelByLogLoss() throws IOException {
        for (int subjects : new int[] {10, 300, 1000, 20_000, 1_000_000}) {
            for (double clip : new double[] {1e-15, 0.01}) {
                for (var board : List.of("", "board: {rule: rounded}", "board: {rule: ladder}")) {
                    var metrics = logLoss(clip);
                    assertEquals(
                            List.of(),
                            OracleCheck.obstacles(disclosure(board, subjects, metrics), metrics),
                            subjects + " " + clip + " " + board);
                }
            }
        }
    }

    @Test
    void aGridThatTellsLabelsIsRefusedWithTheNumbersThatWouldDo() throws IOException {
        var metrics = logLoss(1e-15);
        var told = OracleCheck.obstacles(disclosure("board: {rule: rounded, step: 0.00001}", 300, metrics), metrics);
        assertEquals(1, told.size());
        // As the table of research has it: 14 labels a score, and 1.1 · ln(99) / 300 = 0.0168 with the clip 0.01.
        assertTrue(told.getFirst().contains("reads 14 of the 300 public labels"), told::toString);
        assertTrue(told.getFirst().contains("with the clip 0.01, 0.02 would do"), told::toString);
        var full = OracleCheck.obstacles(disclosure("board: {rule: full}", 300, metrics), metrics);
        assertEquals(1, full.size());
        var mended = logLoss(0.01);
        assertEquals(
                List.of(),
                OracleCheck.obstacles(disclosure("board: {rule: rounded, step: 0.02}", 300, mended), mended));
    }

    /// The numbers of issue and research: ε = 0.01, and three decimals where so many subjects let no label through.
    @Test
    void whatAPackLeavesOpenIsClippedAtOneHundredthAndToldToThreeDecimals() throws IOException {
        var definition = new ObjectMapper(new YAMLFactory()).readValue("""
                task: {kind: probabilities, classes: ["yes", "no"], prefix: p_}
                metrics: [{name: log-loss, primary: true}, {name: soft-log-loss}, {name: kl-divergence}, {name: accuracy}]
                """, Definition.class);
        var metrics = definition.configuredMetrics(Catalogue.withoutServer(), _ -> null);
        for (var logarithmic : metrics.subList(0, 3)) {
            assertEquals(LogLossOracle.SAFE_CLIP, logarithmic.parameters().decimal("clip"), logarithmic.key());
        }
        var disclosure = Disclosure.of(definition, 10_000, metrics, List.of());
        assertEquals("0.001", step(disclosure));
        assertEquals(List.of(), OracleCheck.obstacles(disclosure, metrics));
        // ln(99) / 4,595 is just above 0.001: with fewer subjects three decimals would tell a label.
        var few = disclosure("board: {rule: rounded, step: 0.001}", 4_595, metrics.subList(0, 1));
        assertEquals(1, OracleCheck.obstacles(few, metrics.subList(0, 1)).size());
        var enough = disclosure("board: {rule: rounded, step: 0.001}", 4_596, metrics.subList(0, 1));
        assertEquals(List.of(), OracleCheck.obstacles(enough, metrics.subList(0, 1)));
    }

    @Test
    void aPackMayNameAnotherClip() throws IOException {
        var definition = new ObjectMapper(new YAMLFactory()).readValue("""
                task: {kind: probabilities, classes: ["yes", "no"], prefix: p_}
                metrics: [{name: log-loss, parameters: {clip: 1.0e-6}}]
                """, Definition.class);
        var metric = definition
                .configuredMetrics(Catalogue.withoutServer(), _ -> null)
                .getFirst();
        assertEquals(1e-6, metric.parameters().decimal("clip"));
    }

    @Test
    void ofValuesTheScaleIsTheirSpread() throws IOException {
        var kind = new Values(List.of(new org.voorwerp.scoring.PredictionColumn.NumberColumn("z", 0, 1000)));
        List<ConfiguredMetric<?>> rmse = List.of(metric(kind, "rmse", Map.of()));
        var values = List.of(new ValueSummary("z", 0, 1000, 500, 250, List.of()));
        var disclosure = Disclosure.of(definition(""), 400, rmse, values);
        // 250 / √400 = 12.5
        assertEquals("20", step(disclosure));
    }

    @Test
    void diagnosticsAtOnceNeedABoardThatTellsScoresAsTheyAre() throws IOException {
        for (var board : List.of("", "board: {rule: rounded}", "board: {rule: ladder}")) {
            assertEquals(
                    List.of("diagnostics: public tells public scores exactly, which the board's rule does not. Say"
                            + " after-end, or board: {rule: full}."),
                    diagnosed(board, "diagnostics: public"),
                    board);
            assertEquals(List.of(), diagnosed(board, "diagnostics: after-end"), board);
            assertEquals(List.of(), diagnosed(board, ""), board);
        }
        assertEquals(List.of(), diagnosed("board: {rule: full}", "diagnostics: public"));
    }

    private static List<String> diagnosed(String board, String diagnostics) throws IOException {
        return DiagnosticsCheck.obstacles(
                definition(board + "\n" + diagnostics), disclosure(board, 20_000, accuracy()));
    }
}
