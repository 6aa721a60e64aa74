package org.voorwerp.server.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// A bundle's leaderboard: its columns become metrics.
final class CodabenchBoard {

    private final Settings settings;
    private final ImportReport report;

    CodabenchBoard(Settings settings, ImportReport report) {
        this.settings = settings;
        this.report = report;
    }

    /// @return whether the board is hidden
    boolean add(PackDraft draft) throws NotImported {
        var board = board();
        var columns = columns(board);
        var primary = board.text("primary_index");
        boolean anyDecides = false;
        for (var column : columns) {
            boolean decides = primary.isEmpty()
                    ? column == columns.getFirst()
                    : column.text("index").equals(primary);
            anyDecides |= decides;
            var key = column.required("key");
            var metric = new LinkedHashMap<String, Object>();
            metric.put("name", key);
            metric.put("title", PackDraft.line(column.text("title").orElse(key), 60));
            metric.put(
                    "direction",
                    column.text("sorting").filter("asc"::equalsIgnoreCase).isPresent() ? "lower" : "higher");
            metric.put("program", CodabenchProgram.NAME);
            if (decides) {
                metric.put("primary", true);
            }
            draft.metric(metric);
            report.taken("leaderboard column " + key, "a metric");
        }
        if (!anyDecides) {
            throw new NotImported("primary_index " + primary.orElse("") + " is no column that can be taken over");
        }
        board.text("submission_rule")
                .ifPresent(
                        rule -> report.lost(
                                "submission_rule " + rule,
                                "a team stands on the public board by its best submission, on the private one by those it chooses"));
        return board.isTrue("hidden");
    }

    private Settings board() throws NotImported {
        var boards = new ArrayList<>(settings.each("leaderboards"));
        // As the documentation of bundles has it; Codabench itself does not read that.
        boards.addAll(settings.each("leaderboard"));
        if (boards.isEmpty()) {
            throw new NotImported(
                    CodabenchBundle.SETTINGS + " has no leaderboards, so nothing says what the program's scores mean");
        }
        if (boards.size() > 1) {
            report.lost("leaderboards but the first", "Codabench shows the first only, too");
        }
        return boards.getFirst();
    }

    private List<Settings> columns(Settings board) throws NotImported {
        var columns = new ArrayList<Settings>();
        for (var column : board.each("columns")) {
            var key = column.required("key");
            if (column.has("computation")) {
                report.lost("column " + key, "it is computed of others; a ranking by several metrics may do (rank-by)");
            } else if (column.isTrue("hidden")) {
                report.lost("column " + key, "it is hidden, and all columns of a board are shown here");
            } else {
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            throw new NotImported("the leaderboard has no column that can be taken over");
        }
        return columns;
    }
}
