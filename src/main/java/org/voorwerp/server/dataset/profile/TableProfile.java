package org.voorwerp.server.dataset.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.voorwerp.table.RowScanner;

/// What a table holds, and where its rows are.
///
/// @param columns in their order, the first [#MOST_COLUMNS] of them
/// @param width how many columns there are
/// @param rows the header not counted
/// @param step from one mark to the next, in rows
/// @param marks where the rows 0, `step`, 2 `step` and so on begin, in bytes from the beginning of the file
public record TableProfile(List<ColumnProfile> columns, int width, long rows, int step, List<Long> marks) {

    /// More columns than this are counted and not looked at.
    public static final int MOST_COLUMNS = 200;

    /// The longest row that can be read, in bytes.
    public static final int LONGEST_ROW = 1 << 20;

    /// With so many marks a page of ten million rows is found after reading some five thousand.
    private static final int MOST_MARKS = 2048;

    public TableProfile {
        columns = List.copyOf(columns);
        marks = List.copyOf(marks);
    }

    /// Reads a comma-separated file once from first to last. Memory does not grow with it.
    ///
    /// @throws org.voorwerp.table.TableException if it is no table
    public static TableProfile read(InputStream in) throws IOException {
        var scanner = new RowScanner(in, LONGEST_ROW);
        if (!scanner.next()) {
            return new TableProfile(List.of(), 0, 0, 1, List.of());
        }
        int width = scanner.cells();
        var columns = new ArrayList<ColumnSketch>();
        for (int c = 0; c < Math.min(width, MOST_COLUMNS); c++) {
            columns.add(new ColumnSketch(cell(scanner, c)));
        }
        var marks = new Marks();
        long begins = scanner.offset();
        while (scanner.next()) {
            marks.add(begins);
            for (int c = 0; c < columns.size(); c++) {
                if (c < scanner.cells()) {
                    columns.get(c).add(scanner.bytes(), scanner.start(c), scanner.end(c));
                } else {
                    columns.get(c).addMissing();
                }
            }
            begins = scanner.offset();
        }
        return new TableProfile(
                columns.stream().map(ColumnSketch::profile).toList(), width, marks.rows, marks.step, marks.kept);
    }

    private static String cell(RowScanner scanner, int c) {
        return new String(scanner.bytes(), scanner.start(c), scanner.end(c) - scanner.start(c), StandardCharsets.UTF_8);
    }

    /// Keeps every `step`th offset, and of those every other when there are too many.
    private static final class Marks {

        private List<Long> kept = new ArrayList<>();
        private int step = 1;
        private long rows;

        void add(long offset) {
            if (rows % step == 0) {
                kept.add(offset);
                if (kept.size() > MOST_MARKS) {
                    thin();
                }
            }
            rows++;
        }

        private void thin() {
            var fewer = new ArrayList<Long>();
            for (int i = 0; i < kept.size(); i += 2) {
                fewer.add(kept.get(i));
            }
            kept = fewer;
            step *= 2;
        }
    }
}
