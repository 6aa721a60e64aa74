package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voorwerp.table.CellBytes;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.RowBlock;
import org.voorwerp.table.TableException;

/// Rows of an export, one after the other, and what their cells mean after other tools wrote them again: R writes
/// `NA` for empty, pandas `123.0` for an id.
public final class ExportRows {

    private static final Set<String> EMPTY = Set.of("NA", "NaN", "nan", "null", "NULL", "None");
    private static final int LONGEST_EMPTY = 4;
    private static final String FIRST_OF_EMPTY = "Nn";
    private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d+");

    private final ExportColumns columns;
    private final RowBlock block;
    private final CellBytes cell = new CellBytes();
    private int row;
    private long notUtf8;
    private long firstNotUtf8;

    ExportRows(ExportColumns columns, RowBlock block, boolean withHeader) {
        this.columns = columns;
        this.block = block;
        row = withHeader ? 0 : -1;
    }

    /// Goes to the next row.
    boolean next() {
        return ++row < block.rows();
    }

    /// @throws TableException unless the row has as many cells as the header
    void requireCells() {
        if (block.cells(row) != columns.cells()) {
            throw new TableException(Finding.ofLine(
                    line(), "expected " + columns.cells() + " cells as in the header, found " + block.cells(row)));
        }
    }

    ExportColumns columns() {
        return columns;
    }

    /// The line in which the row begins, from 1.
    public long line() {
        return block.line(row);
    }

    /// How many rows so far had a cell looked at that is not UTF-8.
    long notUtf8() {
        return notUtf8;
    }

    /// The line of the first of them.
    long firstNotUtf8() {
        return firstNotUtf8;
    }

    /// The cell's bytes, valid until the next cell is read; null where nothing stands in it.
    @Nullable
    CellBytes cell(int column) {
        if (column < 0) {
            return null;
        }
        block.read(row, column, cell);
        cell.strip();
        return isEmpty() ? null : cell;
    }

    private boolean isEmpty() {
        return cell.isEmpty()
                || cell.length() <= LONGEST_EMPTY
                        && FIRST_OF_EMPTY.indexOf(cell.bytes()[cell.from()]) >= 0
                        && EMPTY.contains(cell.text());
    }

    /// The cell's bytes, in UTF-8 whatever they were.
    @Nullable
    CellBytes utf8(int column) {
        var found = cell(column);
        if (found != null && found.toUtf8()) {
            if (notUtf8++ == 0) {
                firstNotUtf8 = line();
            }
        }
        return found;
    }

    /// The cell as it stands in the file, with its quotes.
    CellBytes raw(int column) {
        block.readRaw(row, column, cell);
        cell.strip();
        return cell;
    }

    /// The cell's text, or null where nothing stands in it.
    @Nullable
    String text(int column) {
        var found = utf8(column);
        return found == null ? null : found.text();
    }

    /// An id, without the `.0` of a table program.
    ///
    /// @throws TableException if such a program has rounded it: `4.56E+08` may be any of many
    @Nullable
    String id(int column) {
        var text = text(column);
        if (text == null) {
            return null;
        }
        if (text.indexOf('E') > 0 && ROUNDED.matcher(text).matches()) {
            throw problem(
                    column,
                    Excerpt.of(text) + " is an id that a table program has rounded: take the file as it was"
                            + " downloaded, or tell the program that ids are text");
        }
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// Whether something other than "no" stands in a cell.
    boolean flagged(int column) {
        var found = cell(column);
        return found != null && !found.is("0") && !found.text().equalsIgnoreCase("false");
    }

    /// The whole number in a cell, also where it is written as `12.0`; -1 where nothing stands in it.
    ///
    /// @throws TableException if it is none, or too long for one
    long whole(int column) {
        var found = cell(column);
        if (found == null) {
            return -1;
        }
        byte[] bytes = found.bytes();
        int end = found.to();
        if (end - found.from() > 2 && bytes[end - 1] == '0' && bytes[end - 2] == '.') {
            end -= 2;
        }
        long value = 0;
        for (int at = found.from(); at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9 || value > Long.MAX_VALUE / 100) {
                throw problem(column, Excerpt.of(found.text()) + " is not a whole number");
            }
            value = 10 * value + digit;
        }
        return value;
    }

    /// An exception about a cell of this row, for the caller to throw.
    TableException problem(int column, String message) {
        return new TableException(
                new Finding(line(), column + 1, message + " (column " + Excerpt.of(columns.name(column)) + ")"));
    }

    TableException brokenJson(int column, IOException e) {
        if (e instanceof Annotations.NoListException) {
            return problem(column, "expected a JSON list of annotations, as in [{\"task\": \"T0\", \"value\": …}]");
        }
        var where = e instanceof JsonProcessingException json && json.getLocation() != null
                ? " from its character " + Math.max(1, json.getLocation().getColumnNr()) + " on"
                : "";
        return problem(column, "the cell is no proper JSON" + where);
    }
}
