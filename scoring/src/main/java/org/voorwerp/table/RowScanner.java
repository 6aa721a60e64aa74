package org.voorwerp.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/// Takes a comma-separated file apart, row by row, without making a single object a row: the cells of the
/// present row are ranges of [#bytes()], valid until [#next()] is called again.
///
/// The rules are those of RFC 4180. A cell in quotes may hold commas, line breaks and doubled quotes; a quote
/// within a cell that does not begin with one stands for itself; spaces and tabs between a closing quote and
/// the next comma do not count. Lines end in LF, CRLF or CR, the last one with or without. Empty lines are
/// skipped, but counted.
///
/// Bytes are not decoded: a cell may hold any. Memory is one block and one row of the longest kind allowed.
public final class RowScanner {

    private static final int BLOCK = 1 << 20;

    /// A word is looked at in one piece, so up to seven bytes behind the last are read; one more holds a line
    /// end.
    private static final int PADDING = Long.BYTES + 1;

    private final InputStream in;
    private final int longestRow;
    private final int blockSize;
    private final byte[] block;
    private final QuotedRow quoted;

    private int position;
    private int limit;
    /// What of the file stood in the block before, in bytes.
    private long gone;
    private long nextLine = 1;
    private boolean started;
    private boolean ended;

    private byte[] bytes;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int cells;
    private long line;

    /// @param in not closed
    /// @param longestRow how many bytes a row may have, its line end not counted
    public RowScanner(InputStream in, int longestRow) {
        this(in, longestRow, BLOCK);
    }

    /// @param in not closed
    /// @param longestRow how many bytes a row may have, its line end not counted
    /// @param blockSize how many bytes are read at once; what is found does not depend on it
    public RowScanner(InputStream in, int longestRow, int blockSize) {
        this.in = in;
        this.longestRow = longestRow;
        this.blockSize = Math.max(blockSize, 1);
        // What is left of a block is a row begun, at most as long as allowed, and half of its line end.
        block = new byte[Math.max(longestRow + 1 + this.blockSize, FileStart.LENGTH) + PADDING];
        bytes = block;
        quoted = new QuotedRow(longestRow);
    }

    /// Goes on with a file that was read so far by other means.
    ///
    /// @param rest what is left of the file, from the beginning of a line
    /// @param line the number of that line, from 1
    public static RowScanner resumed(InputStream rest, int longestRow, long line) {
        var scanner = new RowScanner(rest, longestRow);
        scanner.started = true;
        scanner.nextLine = line;
        return scanner;
    }

    /// What is left of the file behind the present row, for others to read on; this scanner cannot go on after that.
    public InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(block, position, limit - position), in);
    }

    /// Where the row after the present one may begin, in bytes from where this scanner began.
    public long offset() {
        return gone + position;
    }

    /// The line that follows the present row, from 1.
    public long nextLine() {
        return nextLine;
    }

    /// Goes to the next row.
    ///
    /// @return false at the end of the file
    /// @throws TableException if the file is no text, a row is too long, or quotes are used wrongly; the
    ///     scanner cannot go on after that
    public boolean next() throws IOException {
        if (!started) {
            start();
        }
        while (true) {
            int after = position < limit ? scan() : -1;
            if (after >= 0) {
                position = after;
                if (cells > 1 || ends[0] > starts[0] || bytes != block) {
                    return true;
                }
            } else if (!fill()) {
                return false;
            }
        }
    }

    /// The array that holds the cells of the present row.
    public byte[] bytes() {
        return bytes;
    }

    /// How many cells the present row has.
    public int cells() {
        return cells;
    }

    /// Where a cell begins in [#bytes()].
    public int start(int cell) {
        return starts[cell];
    }

    /// Where a cell ends in [#bytes()], exclusive.
    public int end(int cell) {
        return ends[cell];
    }

    /// The line in which the present row begins, from 1.
    public long line() {
        return line;
    }

    private void start() throws IOException {
        started = true;
        limit = in.readNBytes(block, 0, FileStart.LENGTH);
        position = FileStart.skip(block, limit);
    }

    /// Finds the end of the row at [#position] and its cells.
    ///
    /// @return where the next row begins; -1 if the row does not end in this block
    private int scan() {
        line = nextLine;
        cells = 0;
        bytes = block;
        int start = position;
        for (int at = position; at < limit; at += Long.BYTES) {
            for (long marks = EightBytes.belowDash(EightBytes.at(block, at)); marks != 0; marks &= marks - 1) {
                int mark = at + (Long.numberOfTrailingZeros(marks) >>> 3);
                if (mark >= limit) {
                    return -1;
                }
                switch (block[mark]) {
                    case ',' -> {
                        addCell(start, mark);
                        start = mark + 1;
                    }
                    case '\n', '\r' -> {
                        addCell(start, mark);
                        return endRow(mark);
                    }
                    case '"' -> {
                        if (mark == start) {
                            return scanQuoted();
                        }
                    }
                    default -> {
                        // Another character below the dash: part of the cell.
                    }
                }
            }
        }
        return -1;
    }

    private int scanQuoted() {
        cells = 0;
        int mark = quoted.read(this, block, position, limit);
        if (mark < 0) {
            return -1;
        }
        bytes = quoted.bytes();
        int after = endRow(mark);
        if (after >= 0) {
            nextLine += quoted.lineBreaks();
        }
        return after;
    }

    void addCell(int start, int end) {
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, 2 * cells);
            ends = Arrays.copyOf(ends, 2 * cells);
        }
        starts[cells] = start;
        ends[cells++] = end;
    }

    private int endRow(int mark) {
        if (mark - position > longestRow) {
            throw tooLong();
        }
        int after = mark + 1;
        if (block[mark] == '\r') {
            if (after == limit) {
                // A line feed may follow in the next block. At the end of the file one always does, see fill.
                return -1;
            }
            if (block[after] == '\n') {
                after++;
            }
        }
        nextLine++;
        return after;
    }

    /// Reads one more block behind what is left of the present one.
    ///
    /// @return false at the end of the file
    private boolean fill() throws IOException {
        if (ended) {
            if (position < limit) {
                throw quoted.unclosed(line);
            }
            return false;
        }
        if (limit - position > longestRow + 1) {
            // A quoted row would have thrown by itself.
            throw tooLong();
        }
        System.arraycopy(block, position, block, 0, limit - position);
        gone += position;
        limit -= position;
        position = 0;
        int count = in.readNBytes(block, limit, blockSize);
        limit += count;
        if (count < blockSize) {
            ended = true;
            // The last line may lack its end. If it does not, this makes one more empty line or completes a CRLF.
            block[limit++] = '\n';
        }
        return true;
    }

    TableException tooLong() {
        return new TableException(
                Finding.ofLine(line, "the line is longer than " + longestRow + " bytes, more than any row can need"));
    }
}
