package org.voorwerp.server.leaderboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// A board as a table: `rank,team,baseline,submitted_at`, then for each metric its score and the ends of its
/// interval.
final class BoardCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private BoardCsv() {}

    static String of(Board board) {
        var csv = new StringBuilder();
        try (var printer = new CSVPrinter(csv, FORMAT)) {
            printer.printRecord(header(board));
            for (var row : board.rows()) {
                printer.printRecord(cells(board, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static List<String> header(Board board) {
        var header = new ArrayList<>(List.of("rank", "team", "baseline", "submitted_at"));
        for (var metric : board.metrics()) {
            header.add(text(metric.key()));
            header.add(text(metric.key() + "_low"));
            header.add(text(metric.key() + "_high"));
        }
        return header;
    }

    private static List<@Nullable Object> cells(Board board, BoardRow row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.rank());
        cells.add(text(row.team()));
        cells.add(row.baseline());
        cells.add(row.submittedAt());
        for (var metric : board.metrics()) {
            var score = row.scores().get(metric.key());
            cells.add(score == null ? null : score.value());
            cells.add(score == null ? null : score.low());
            cells.add(score == null ? null : score.high());
        }
        return cells;
    }

    /// Spreadsheets take text that begins so for a formula, which a team's name must not become.
    private static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
