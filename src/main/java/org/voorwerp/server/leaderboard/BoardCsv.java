package org.voorwerp.server.leaderboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.standing.BoardMetric;

/// A board as a table: who stands there and by what, then for each metric the score and the
/// ends of its interval, and how surely it stands there.
public final class BoardCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private BoardCsv() {}

    static String of(Board board) {
        return of(board.metrics(), board.rows());
    }

    /// @param metrics the columns
    public static String of(List<BoardMetric> metrics, List<BoardRow> rows) {
        var csv = new StringBuilder();
        try (var printer = new CSVPrinter(csv, FORMAT)) {
            printer.printRecord(header(metrics));
            for (var row : rows) {
                printer.printRecord(cells(metrics, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static List<String> header(List<BoardMetric> metrics) {
        var header = new ArrayList<>(
                List.of("rank", "team", "baseline", "late", "submissions", "submitted_at", "picked", "combined"));
        for (var metric : metrics) {
            header.add(text(metric.key()));
            header.add(text(metric.key() + "_low"));
            header.add(text(metric.key() + "_high"));
        }
        header.addAll(List.of("best_rank", "worst_rank", "tied_with_first"));
        return header;
    }

    private static List<@Nullable Object> cells(List<BoardMetric> metrics, BoardRow row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.rank());
        cells.add(text(row.team()));
        cells.add(row.baseline());
        cells.add(row.late());
        cells.add(row.submissions());
        cells.add(row.submittedAt());
        cells.add(row.picked());
        cells.add(row.combined());
        for (var metric : metrics) {
            var score = row.scores().get(metric.key());
            cells.add(score == null ? null : score.value());
            cells.add(score == null ? null : score.low());
            cells.add(score == null ? null : score.high());
        }
        var place = row.place();
        cells.add(place == null ? null : place.bestRank());
        cells.add(place == null ? null : place.worstRank());
        cells.add(place == null ? null : place.tiedWithFirst());
        return cells;
    }

    /// Spreadsheets take text that begins so for a formula, which a team's name must not become; those set up for East
    /// Asian languages take the full-width signs for it, too.
    public static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
