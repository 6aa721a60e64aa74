package org.voorwerp.table;

import java.util.Arrays;

/// Some whole rows of a file, as [RowBlocks] found them. Its cells stay as they stand in the file, quotes and all,
/// until [#read] is asked for one. It may be read by another thread than the one that filled it.
public final class RowBlock {

    byte[] bytes = {};

    /// Where what was taken from the file ends in [#bytes]; behind the rows stands the beginning of the next.
    int limit;

    /// The line in which the block begins.
    long firstLine;

    /// Whether lines end within quotes, so that rows and lines differ.
    boolean linesWithin;

    /// Up to here the lines are counted already, and how many there are.
    private int countedTo;

    private int counted;

    private int rows;
    private int cells;
    private int[] rowStarts = new int[1 << 10];
    private int[] rowCells = new int[(1 << 10) + 1];
    private int[] rowLines = new int[1 << 10];
    private int[] ends = new int[1 << 14];

    void clear() {
        rows = 0;
        cells = 0;
        linesWithin = false;
        countedTo = 0;
        counted = 0;
    }

    void addCell(int end) {
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, 2 * cells);
        }
        ends[cells++] = end;
    }

    /// Forgets the cells of a row begun.
    void dropRow() {
        cells = rowCells[rows];
    }

    /// Ends a row whose cells were added; an empty line is none.
    ///
    /// @param line counted from the beginning of the block, without line ends within quotes
    void endRow(int start, int line) {
        int first = rowCells[rows];
        if (cells - first == 1 && ends[first] == start) {
            cells = first;
            return;
        }
        if (rows + 1 == rowStarts.length) {
            rowStarts = Arrays.copyOf(rowStarts, 2 * rowStarts.length);
            rowLines = Arrays.copyOf(rowLines, 2 * rowLines.length);
            rowCells = Arrays.copyOf(rowCells, 2 * rowCells.length);
        }
        rowStarts[rows] = start;
        rowLines[rows] = line;
        rowCells[++rows] = cells;
    }

    /// How many rows there are.
    public int rows() {
        return rows;
    }

    /// How many cells a row has.
    public int cells(int row) {
        return rowCells[row + 1] - rowCells[row];
    }

    /// How many bytes of the file a row takes, without its line end.
    public int length(int row) {
        return ends[rowCells[row + 1] - 1] - rowStarts[row];
    }

    /// The line in which a row begins, from 1.
    public long line(int row) {
        return firstLine + (linesWithin ? linesBefore(rowStarts[row]) : rowLines[row]);
    }

    private int linesBefore(int position) {
        if (position < countedTo) {
            countedTo = 0;
            counted = 0;
        }
        counted += Lines.count(bytes, countedTo, position);
        countedTo = position;
        return counted;
    }

    /// Puts a cell into `cell`, without its quotes.
    public void read(int row, int column, CellBytes cell) {
        cell.set(bytes, start(row, column), ends[rowCells[row] + column]);
    }

    /// Puts a cell into `cell` as it stands in the file, with its quotes, which costs nothing.
    public void readRaw(int row, int column, CellBytes cell) {
        cell.setRaw(bytes, start(row, column), ends[rowCells[row] + column]);
    }

    private int start(int row, int column) {
        return column == 0 ? rowStarts[row] : ends[rowCells[row] + column - 1] + 1;
    }
}
