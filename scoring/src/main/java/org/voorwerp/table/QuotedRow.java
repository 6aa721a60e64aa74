package org.voorwerp.table;

/// Takes a row apart that has quotes: exactly, byte by byte, into an array of its own. [RowScanner] comes here
/// when it meets a quote at the beginning of a cell.
final class QuotedRow {

    private final int longestRow;
    private final byte[] bytes;

    private byte[] block = {};
    private int at;
    private int bound;
    private int limit;
    private int length;
    private int cell;
    private int lineBreaks;
    private boolean open;
    private int lineBreaksBeforeOpen;

    QuotedRow(int longestRow) {
        this.longestRow = longestRow;
        bytes = new byte[longestRow + 1];
    }

    /// The array that holds the cells, without their quotes.
    byte[] bytes() {
        return bytes;
    }

    /// How many line breaks stand within the quotes of the row.
    int lineBreaks() {
        return lineBreaks;
    }

    /// Reads the row that begins at `from` and adds its cells to `row`.
    ///
    /// @return where its line end stands; -1 if that is not before `limit`
    /// @throws TableException if the row is too long, or text follows a closing quote
    int read(RowScanner row, byte[] block, int from, int limit) {
        this.block = block;
        this.limit = limit;
        at = from;
        bound = Math.min(limit, from + longestRow + 1);
        length = 0;
        lineBreaks = 0;
        open = false;
        for (cell = 0; ; cell++) {
            int start = length;
            boolean ends = at < bound && block[at] == '"' ? copyQuoted(row.line()) : copyPlain();
            if (!ends) {
                if (bound < limit || at - from > longestRow) {
                    throw open ? unclosed(row.line()) : row.tooLong();
                }
                return -1;
            }
            row.addCell(start, length);
            if (block[at] != ',') {
                return at;
            }
            at++;
        }
    }

    /// What is wrong where the row last read did not end and never will.
    TableException unclosed(long line) {
        return new TableException(
                new Finding(line + lineBreaksBeforeOpen, cell + 1, "the quote that is opened here is not closed"));
    }

    /// Both copies stop at the comma or line end behind the cell, and return false if there is none before the
    /// bound.
    private boolean copyPlain() {
        for (; at < bound; at++) {
            if (isEnd(block[at])) {
                return true;
            }
            bytes[length++] = block[at];
        }
        return false;
    }

    private boolean copyQuoted(long line) {
        open = true;
        lineBreaksBeforeOpen = lineBreaks;
        for (at++; at < bound; at++) {
            byte b = block[at];
            if (b == '"') {
                if (at + 1 == limit) {
                    return false;
                }
                if (block[at + 1] != '"') {
                    open = false;
                    at++;
                    return skipToEnd(line);
                }
                at++;
            } else if (b == '\r' || (b == '\n' && block[at - 1] != '\r')) {
                lineBreaks++;
            }
            bytes[length++] = b;
        }
        return false;
    }

    private boolean skipToEnd(long line) {
        at = Blanks.start(block, at, bound);
        if (at >= bound || isEnd(block[at])) {
            return at < bound;
        }
        throw new TableException(new Finding(
                line + lineBreaks,
                cell + 1,
                "text follows a closing quote: expected a comma or the end of the line"
                        + " (a quote within quotes is written twice)"));
    }

    private static boolean isEnd(byte b) {
        return b == ',' || b == '\n' || b == '\r';
    }
}
