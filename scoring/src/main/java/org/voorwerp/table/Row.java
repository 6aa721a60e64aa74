package org.voorwerp.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/// One row of a [Table].
public final class Row {

    private final List<String> columns;
    private final CSVRecord cells;
    private final long line;

    Row(List<String> columns, CSVRecord cells, long line) {
        this.columns = columns;
        this.cells = cells;
        this.line = line;
    }

    /// The line it begins in, from 1.
    public long line() {
        return line;
    }

    /// The cell of a column as it stands, without its quotes; empty where nothing stands.
    ///
    /// @param column from 0, see [Table#column]
    public String get(int column) {
        return cells.get(column);
    }

    /// The number in a cell, see [Decimal].
    ///
    /// @throws TableException if there is none
    public double number(int column) {
        var cell = get(column);
        var bytes = cell.getBytes(StandardCharsets.UTF_8);
        double value = Decimal.parse(bytes, 0, bytes.length);
        if (Double.isNaN(value)) {
            throw problem(
                    column,
                    cell.isBlank()
                            ? "the cell is empty"
                            : Excerpt.of(cell) + " " + Decimal.problem(bytes, 0, bytes.length));
        }
        return value;
    }

    /// The whole number in a cell, also where it is written as `12.0`.
    ///
    /// @throws TableException if there is none or it has a fraction
    public long whole(int column) {
        double value = number(column);
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw problem(column, Excerpt.of(get(column)) + " is not a whole number");
        }
        return (long) value;
    }

    /// An exception about a cell of this row, for the caller to throw.
    ///
    /// @param column from 0
    /// @param message see [Finding#message()]
    public TableException problem(int column, String message) {
        return new TableException(
                new Finding(line, column + 1, message + " (column " + Excerpt.of(columns.get(column)) + ")"));
    }
}
