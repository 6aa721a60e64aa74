package org.voorwerp.server.web.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.leaderboard.Board;
import org.voorwerp.server.leaderboard.BoardRow;
import org.voorwerp.server.leaderboard.standing.BoardMetric;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.web.chart.Scale;
import org.voorwerp.server.web.home.HomeEntry;

class BoardViewTest {

    @Test
    void intervalsLieOnOneScale() {
        var board = BoardView.of(
                board(row(1, "a", false, 0.9, 0.01), row(2, "b", false, 0.8, 0.02), row(3, "c", false, 0.7, 0.03)),
                Optional.of("b"),
                null);
        // From 0.67 to 0.91, drawn from 5 to 195: 0.9 stands at 5 + 190 * 0.23 / 0.24.
        assertEquals(187.1, bar(board, 0).dot());
        assertEquals(5.0, bar(board, 2).from());
        assertEquals(195.0, bar(board, 0).to());
        assertTrue(board.lines().get(1).mine());
        assertEquals(
                List.of("0.7", "0.8", "0.9"),
                board.ticks().stream().map(Scale.Tick::label).toList());
    }

    @Test
    void aBaselineFarOffDoesNotSqueezeTheTeams() {
        var board = BoardView.of(
                board(
                        row(1, "a", false, 0.93, 0.01),
                        row(2, "b", false, 0.92, 0.01),
                        row(null, "near", true, 0.91, 0.01),
                        row(3, "c", false, 0.90, 0.01),
                        row(null, "constant", true, 0.04, 0.001)),
                Optional.empty(),
                null);
        var near = bar(board, 2);
        var constant = bar(board, 4);
        assertNotNull(near.dot());
        assertNull(constant.dot());
        assertNull(constant.from());
        assertEquals(-1, constant.beyond());
    }

    @Test
    void aSingleScoreHasAScaleToo() {
        var board = BoardView.of(
                board(new BoardRow(
                        1,
                        "a",
                        false,
                        false,
                        1,
                        Instant.EPOCH,
                        "best",
                        null,
                        Map.of("m", new BoardScore(0, null, null, null)),
                        null)),
                Optional.empty(),
                null);
        assertEquals(100.0, bar(board, 0).dot());
        assertNull(bar(board, 0).from());
        assertNull(board.lines().getFirst().cells().getFirst().range());
    }

    @Test
    void aTeamWithoutAScoreOfAMetricHasAnEmptyCell() {
        var board = BoardView.of(
                board(
                        row(1, "a", false, 0.9, 0.1),
                        new BoardRow(2, "b", false, false, 1, Instant.EPOCH, "best", null, Map.of(), null)),
                Optional.empty(),
                null);
        assertNull(board.lines().get(1).cells().getFirst().value());
    }

    @Test
    void nobodyOnTheBoardIsNoScale() {
        assertTrue(BoardView.of(board(), Optional.empty(), null).ticks().isEmpty());
        assertNull(HomeEntry.Best.of(board()));
    }

    private static Scale.Bar bar(BoardView board, int line) {
        return Objects.requireNonNull(board.lines().get(line).cells().getFirst().bar());
    }

    private static Board board(BoardRow... rows) {
        return new Board(
                "x",
                1,
                "main",
                "public",
                "full",
                null,
                "primary",
                null,
                List.of(new BoardMetric("m", "M", "higher", true, null, null)),
                rows.length,
                List.of(),
                List.of(rows),
                List.of(),
                null);
    }

    private static BoardRow row(@Nullable Integer rank, String team, boolean baseline, double value, double spread) {
        return new BoardRow(
                rank,
                team,
                baseline,
                false,
                1,
                Instant.EPOCH,
                "best",
                null,
                Map.of("m", new BoardScore(value, value - spread, value + spread, "made up")),
                null);
    }
}
