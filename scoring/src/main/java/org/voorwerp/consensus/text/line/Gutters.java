package org.voorwerp.consensus.text.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.voorwerp.consensus.text.line.PolyLineReducer.Turned;

/// Finds the columns of a page: lines whose extents overlap, directly or through others, are of one column.
final class Gutters {

    /// @param label from 0, from left to right
    /// @param rows in the order given
    record Column(int label, List<Turned> rows) {}

    private record Extent(double from, double to) {
        static Extent of(Turned row) {
            var range = Arrays.stream(row.along()).summaryStatistics();
            return new Extent(range.getMin(), range.getMax());
        }

        boolean overlaps(Extent other, double tolerance) {
            return to - tolerance >= other.from + tolerance && other.to - tolerance >= from + tolerance;
        }

        Extent with(Extent other) {
            return new Extent(Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    private Gutters() {}

    static List<Column> columns(List<Turned> rows, double tolerance) {
        var extents = rows.stream().map(Extent::of).toList();
        var merged = new ArrayList<Extent>();
        // From left to right each one meets only the last column, or none.
        for (var extent : extents.stream()
                .sorted(Comparator.comparingDouble(Extent::from).thenComparingDouble(Extent::to))
                .toList()) {
            if (!merged.isEmpty() && merged.getLast().overlaps(extent, tolerance)) {
                merged.set(merged.size() - 1, merged.getLast().with(extent));
            } else {
                merged.add(extent);
            }
        }
        var columns = new ArrayList<Column>();
        merged.forEach(_ -> columns.add(new Column(columns.size(), new ArrayList<>())));
        for (int i = 0; i < rows.size(); i++) {
            columns.get(columnOf(extents.get(i), merged)).rows.add(rows.get(i));
        }
        columns.removeIf(column -> column.rows.isEmpty());
        return columns;
    }

    private static int columnOf(Extent extent, List<Extent> columns) {
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).from <= extent.from && extent.to <= columns.get(column).to) {
                return column;
            }
        }
        throw new IllegalStateException("every line lies within a column");
    }
}
