package org.voorwerp.server.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Direction;
import org.voorwerp.server.leaderboard.Board;
import org.voorwerp.server.leaderboard.BoardMetric;
import org.voorwerp.server.leaderboard.BoardRow;
import org.voorwerp.server.submission.BoardScore;

/// A board as its page draws it.
///
/// @param metrics the columns, the primary one first
/// @param ticks of the scale on which the primary scores are drawn; empty while there are none
record BoardView(List<Column> metrics, List<Line> lines, List<Scale.Tick> ticks) {

    /// Baselines may lie beyond the teams by this share of the teams' spread and still be drawn in place; those
    /// further
    /// off (a constant, say) would squeeze all teams into a corner.
    private static final double REACH = 0.75;

    /// @param better which way scores are better, in words
    record Column(String title, String better, boolean primary) {}

    /// @param rank null for a baseline
    /// @param cells one for each column
    record Line(
            @Nullable Integer rank,
            String team,
            boolean baseline,
            boolean mine,
            int submissions,
            Instant at,
            List<Cell> cells) {}

    /// @param value the score; null where this team has none
    /// @param range its 95 % interval
    /// @param method how that was made
    /// @param bar its drawing; null but in the primary column
    record Cell(
            @Nullable String value,
            @Nullable String range,
            @Nullable String method,
            Scale.@Nullable Bar bar) {

        static final Cell EMPTY = new Cell(null, null, null, null);
    }

    /// @param mine the reader's team
    static BoardView of(Board board, Optional<String> mine) {
        var scale = scale(board);
        var lines = board.rows().stream()
                .map(row -> new Line(
                        row.rank(),
                        row.team(),
                        row.baseline(),
                        mine.filter(row.team()::equals).isPresent(),
                        row.submissions(),
                        row.submittedAt(),
                        board.metrics().stream()
                                .map(metric -> cell(row, metric, scale))
                                .toList()))
                .toList();
        return new BoardView(
                board.metrics().stream().map(BoardView::column).toList(),
                lines,
                scale.map(Scale::ticks).orElse(List.of()));
    }

    /// The scale of the primary scores; empty while there are none.
    static Optional<Scale> scale(Board board) {
        var baselines = primaries(board, true);
        var teams = primaries(board, false);
        // One or two teams say nothing about how far teams are apart.
        var leading = teams.size() < 3
                ? Stream.concat(teams.stream(), baselines.stream()).toList()
                : teams;
        if (leading.isEmpty()) {
            return Optional.empty();
        }
        double low = leading.stream().mapToDouble(BoardView::low).min().orElseThrow();
        double high = leading.stream().mapToDouble(BoardView::high).max().orElseThrow();
        double reach = (high - low) * REACH;
        double lowest = low - reach;
        double highest = high + reach;
        for (var baseline : baselines) {
            if (baseline.value() >= lowest && baseline.value() <= highest) {
                low = Math.min(low, low(baseline));
                high = Math.max(high, high(baseline));
            }
        }
        return Optional.of(new Scale(low, high));
    }

    static List<BoardScore> primaries(Board board, boolean baselines) {
        return board.rows().stream()
                .filter(row -> row.baseline() == baselines)
                .flatMap(row -> board.metrics().stream()
                        .filter(BoardMetric::primary)
                        .map(metric -> row.scores().get(metric.key())))
                .filter(score -> score != null)
                .toList();
    }

    private static Column column(BoardMetric metric) {
        return new Column(metric.title(), better(metric.better()), metric.primary());
    }

    static String better(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> "higher is better";
            case LOWER_IS_BETTER -> "lower is better";
        };
    }

    private static Cell cell(BoardRow row, BoardMetric metric, Optional<Scale> scale) {
        var score = row.scores().get(metric.key());
        if (score == null) {
            return Cell.EMPTY;
        }
        var bar = metric.primary()
                ? scale.map(s -> s.bar(score.value(), score.low(), score.high()))
                        .orElse(null)
                : null;
        return new Cell(Format.score(score.value()), range(score.low(), score.high()), score.method(), bar);
    }

    /// `0.9121–0.9340`
    static @Nullable String range(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null ? null : Format.range(low, high);
    }

    private static double low(BoardScore score) {
        return score.low() == null ? score.value() : score.low();
    }

    private static double high(BoardScore score) {
        return score.high() == null ? score.value() : score.high();
    }
}
