package org.voorwerp.server.challenge.disclosure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.board.BoardRule;
import org.voorwerp.board.Grid;
import org.voorwerp.board.LogLossOracle;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.Definition.BoardDefinition;
import org.voorwerp.server.challenge.Definition.MetricDefinition;

/// What a challenge tells of the scores on its public part. A function of its pack and of nothing that is secret, so it
/// may be told itself.
///
/// @param rule for what ranks: the primary score, or the sum of several
/// @param subjects behind the public board
/// @param columns by metric, in the order of the board
public record Disclosure(BoardRule rule, int subjects, Map<String, Column> columns) {

    private static final BigDecimal THREE_DECIMALS = new BigDecimal("0.001");

    public Disclosure {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /// How the scores of a metric are told.
    ///
    /// @param scale on which they move
    /// @param grid on which they are told; null where they are told as they are
    /// @param isShare whether a score is a share of the subjects, so that it and their number say how sure it is
    public record Column(double scale, @Nullable Grid grid, boolean isShare) {

        /// A score as it is told.
        public double told(double score) {
            return grid == null ? score : grid.round(score);
        }
    }

    /// Whether every score is told as it is.
    public boolean isFull() {
        return rule instanceof BoardRule.Full;
    }

    /// The grid of what ranks; null where it is told as it is.
    public @Nullable Grid grid() {
        return switch (rule) {
            case BoardRule.Full _ -> null;
            case BoardRule.Rounded(var grid) -> grid;
            case BoardRule.Ladder(var step) -> step;
            case BoardRule.FreeLadder(var grid) -> grid;
        };
    }

    /// What a challenge tells.
    ///
    /// @param definition with the metrics of the scoring version
    /// @param metrics the same, the primary one first
    public static Disclosure of(Challenge challenge, Definition definition, List<ConfiguredMetric<?>> metrics) {
        var sides = challenge.report.consensus().sides();
        int subjects = sides.stream()
                .filter(side -> side.name().equals("public"))
                .mapToInt(side -> side.subjects())
                .sum();
        return of(
                definition,
                Math.max(1, subjects),
                metrics,
                Objects.requireNonNullElse(challenge.report.consensus().values(), List.of()));
    }

    static Disclosure of(
            Definition definition,
            int subjects,
            List<ConfiguredMetric<?>> metrics,
            List<org.voorwerp.holdout.ConsensusReport.ValueSummary> values) {
        var sum = definition.metrics().stream()
                .map(MetricDefinition::rankWeight)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
        boolean isSum = "weighted-sum".equals(definition.rankBy());
        double primary = Scale.of(metrics.getFirst(), values);
        var rule = rule(definition.board(), subjects, isSum ? sum : primary, metrics.getFirst());
        var columns = new LinkedHashMap<String, Column>();
        for (var metric : metrics) {
            double scale = Scale.of(metric, values);
            boolean isTheRules = metric.equals(metrics.getFirst()) && !isSum;
            var grid = switch (rule) {
                case BoardRule.Full _ -> null;
                case BoardRule.Rounded(var own) -> isTheRules ? own : atLeast(own, scale / primary, metric, subjects);
                case BoardRule.Ladder(var own) -> isTheRules ? own : atLeast(own, scale / primary, metric, subjects);
                case BoardRule.FreeLadder(var own) ->
                    isTheRules ? own : safe(BoardRule.safeGrid(subjects, scale), metric, subjects);
            };
            columns.put(metric.key(), new Column(scale, grid, metric.metric().isShare() && metric.weight() == null));
        }
        return new Disclosure(rule, subjects, columns);
    }

    private static BoardRule rule(
            @Nullable BoardDefinition board, int subjects, double scale, ConfiguredMetric<?> primary) {
        if (board == null) {
            return safe(BoardRule.defaultFor(subjects, scale), primary, subjects);
        }
        var given = board.step() == null ? null : new Grid(BigDecimal.valueOf(board.step()));
        return switch (board.rule()) {
            case "full" -> new BoardRule.Full();
            case "rounded" ->
                given != null
                        ? new BoardRule.Rounded(given)
                        : safe(new BoardRule.Rounded(decimals(scale)), primary, subjects);
            case "ladder" ->
                given != null
                        ? new BoardRule.Ladder(given)
                        : safe(new BoardRule.FreeLadder(BoardRule.safeGrid(subjects, scale)), primary, subjects);
            default -> throw new IllegalArgumentException("there is no rule " + board.rule() + " for a board");
        };
    }

    private static Grid decimals(double scale) {
        return new Grid(Grid.atLeast(scale).step().multiply(THREE_DECIMALS));
    }

    /// A rule with a grid that nobody chose is made coarse enough to tell no label.
    private static BoardRule safe(BoardRule rule, ConfiguredMetric<?> metric, int subjects) {
        return switch (rule) {
            case BoardRule.Full _ -> rule;
            case BoardRule.Rounded(var grid) -> new BoardRule.Rounded(safe(grid, metric, subjects));
            case BoardRule.Ladder(var grid) -> new BoardRule.Ladder(safe(grid, metric, subjects));
            case BoardRule.FreeLadder(var grid) -> new BoardRule.FreeLadder(safe(grid, metric, subjects));
        };
    }

    private static Grid safe(Grid grid, ConfiguredMetric<?> metric, int subjects) {
        if (!Scale.isOracle(metric)) {
            return grid;
        }
        var safe = LogLossOracle.safeGrid(subjects, Scale.clip(metric));
        return safe.step().compareTo(grid.step()) > 0 ? safe : grid;
    }

    /// A grid as fine as another one is on a scale so many times smaller.
    private static Grid atLeast(Grid other, double ratio, ConfiguredMetric<?> metric, int subjects) {
        return safe(Grid.atLeast(other.step().doubleValue() * ratio), metric, subjects);
    }
}
