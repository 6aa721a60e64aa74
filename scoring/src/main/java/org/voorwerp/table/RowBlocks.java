package org.voorwerp.table;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes a file apart into blocks of whole rows, for files of which most cells are long, quoted and not looked at.
/// The rules are those of [RowScanner], which finds the same rows; there a row's cells are made plain at once, here
/// only those asked for, on whichever thread asks.
///
/// Sixty-four bytes are looked at together: a bit for each quote, a bit for each comma and line end. Whether a byte
/// stands within quotes is the parity of the quotes before it, doubled quotes change nothing in that. Where a quote
/// stands elsewhere than at the beginning or the end of a cell, the row is read again byte by byte.
public final class RowBlocks {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CHUNK = Long.SIZE;
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = 0x7f7f7f7f7f7f7f7fL;
    private static final int PADDING = CHUNK + 1;

    private final InputStream in;
    private final byte separator;
    private final long separators;
    private final int longestRow;
    private final int blockSize;

    private byte[] rest = {};
    private int restLength;
    private long nextLine = 1;
    private boolean started;
    private boolean ended;
    private @Nullable TableException problem;

    /// @param in not closed
    /// @param separator between cells, in ASCII
    /// @param longestRow how many bytes a row may have, its line end not counted
    /// @param blockSize how many bytes are read at once; what is found does not depend on it
    public RowBlocks(InputStream in, char separator, int longestRow, int blockSize) {
        this.in = in;
        this.separator = (byte) separator;
        this.separators = ONES * separator;
        this.longestRow = longestRow;
        this.blockSize = Math.max(blockSize, FileStart.LENGTH);
    }

    /// Fills a block with the next rows, at least one.
    ///
    /// @return false at the end of the file
    /// @throws TableException if the file is no text, a row is too long, or quotes are used wrongly; the
    ///     rows before it were handed out by then, and the reader cannot go on
    public boolean fill(RowBlock block) throws IOException {
        if (problem != null) {
            throw problem;
        }
        reserve(block, restLength);
        System.arraycopy(rest, 0, block.bytes, 0, restLength);
        block.limit = restLength;
        restLength = 0;
        try {
            return findRows(block);
        } catch (TableException e) {
            problem = e;
            if (block.rows() == 0) {
                throw e;
            }
            return true;
        }
    }

    private boolean findRows(RowBlock block) throws IOException {
        int from = 0;
        while (true) {
            block.clear();
            block.firstLine = nextLine;
            if (!ended) {
                readMore(block);
            }
            if (!started) {
                started = true;
                from = FileStart.skip(block.bytes, ended ? block.limit - 1 : block.limit);
            }
            int after = new Scan(block).rows(from);
            if (block.rows() > 0) {
                keepRest(block, after);
                return true;
            }
            if (ended) {
                return false;
            }
            if (after > from) {
                // Only empty lines: nothing of them is kept, however many there are.
                block.limit -= after;
                System.arraycopy(block.bytes, after, block.bytes, 0, block.limit);
                from = 0;
            }
        }
    }

    private void readMore(RowBlock block) throws IOException {
        reserve(block, block.limit + blockSize);
        int count = in.readNBytes(block.bytes, block.limit, blockSize);
        block.limit += count;
        if (count < blockSize) {
            ended = true;
            // The last line may lack its end. If it does not, this makes one more empty line or completes a CRLF.
            block.bytes[block.limit++] = '\n';
        }
    }

    private static void reserve(RowBlock block, int length) {
        if (block.bytes.length < length + PADDING) {
            int grown = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(length, 2L * block.bytes.length));
            block.bytes = Arrays.copyOf(block.bytes, grown + PADDING);
        }
    }

    private void keepRest(RowBlock block, int after) {
        restLength = block.limit - after;
        if (rest.length < restLength) {
            rest = new byte[restLength];
        }
        System.arraycopy(block.bytes, after, rest, 0, restLength);
    }

    TableException tooLong(long line) {
        return new TableException(
                Finding.ofLine(line, "the row is longer than " + longestRow + " bytes: is a quote left open?"));
    }

    /// One look at a block from its beginning.
    private final class Scan {

        private final RowBlock block;
        private final byte[] bytes;
        private final int limit;
        private int rowStart;
        private int line;

        /// Line ends that the chunks saw, within quotes or not; a CRLF is two until its row ends.
        private int lineBytes;

        private boolean linesUnsure;

        Scan(RowBlock block) {
            this.block = block;
            bytes = block.bytes;
            limit = block.limit;
            // What an earlier block left here must not be counted.
            Arrays.fill(bytes, limit, limit + CHUNK, (byte) 0);
            block.clear();
        }

        /// Finds all whole rows.
        ///
        /// @return where the first row begins that is not whole
        int rows(int from) {
            rowStart = from;
            int at = from;
            while (at < limit) {
                at = chunks(at);
            }
            while (rowStart < limit && (ended || limit - rowStart > longestRow + 1)) {
                if (exactly() == limit && rowStart < limit) {
                    throw tooLong(lineOf(rowStart));
                }
            }
            block.linesWithin = linesUnsure || lineBytes != line;
            nextLine = block.firstLine + (block.linesWithin ? Lines.count(bytes, 0, rowStart) : line);
            return rowStart;
        }

        /// Goes on from the beginning of a row to the end of the block, or to behind a row that had to be read byte
        /// by byte.
        private int chunks(int from) {
            long within = 0;
            long mayOpen = 1;
            long mayNotGoOn = 0;
            for (int at = from; at < limit; at += CHUNK) {
                long quotes = quotes(bytes, at);
                long lineEnds = lineEnds(bytes, at);
                long marks = lineEnds | separators(bytes, at, separators);
                lineBytes += Long.bitCount(lineEnds);
                if (limit - at < CHUNK) {
                    long known = (1L << limit - at) - 1;
                    quotes &= known;
                    marks &= known;
                }
                long inside = parity(quotes) ^ within;
                long opened = quotes & inside & ~((quotes | marks) << 1 | mayOpen);
                long goneOn = ((quotes & ~inside) << 1 | mayNotGoOn) & ~(quotes | marks);
                long irregular = opened | goneOn;
                long ends = marks & ~inside;
                if (irregular != 0) {
                    int where = Long.numberOfTrailingZeros(irregular);
                    takeEnds(at, ends & (1L << where) - 1);
                    if (at + where < limit) {
                        return exactly();
                    }
                    ends = 0;
                }
                takeEnds(at, ends);
                within = inside >> CHUNK - 1;
                mayOpen = (quotes | marks) >>> CHUNK - 1;
                mayNotGoOn = (quotes & ~inside) >>> CHUNK - 1;
            }
            return limit;
        }

        private void takeEnds(int at, long ends) {
            for (long left = ends; left != 0; left &= left - 1) {
                int mark = at + Long.numberOfTrailingZeros(left);
                byte b = bytes[mark];
                if (b == separator) {
                    block.addCell(mark);
                } else if (b == '\n') {
                    endRow(mark > rowStart && bytes[mark - 1] == '\r' ? mark - 1 : mark, mark + 1);
                } else if (mark + 1 < limit && bytes[mark + 1] != '\n') {
                    endRow(mark, mark + 1);
                }
                // Else half of a line end: the other half follows, in this block or the next.
            }
        }

        private void endRow(int end, int after) {
            block.addCell(end);
            if (end - rowStart > longestRow) {
                throw tooLong(lineOf(rowStart));
            }
            block.endRow(rowStart, line);
            line++;
            if (after - end == 2) {
                lineBytes--;
            }
            rowStart = after;
        }

        private long lineOf(int position) {
            return block.firstLine + Lines.count(bytes, 0, position);
        }

        /// Reads the row that begins at [#rowStart] byte by byte.
        ///
        /// @return where the next begins; `limit` if it is not whole
        private int exactly() {
            block.dropRow();
            int at = rowStart;
            for (int cell = 1; ; cell++) {
                at = bytes[at] == '"' ? endOfQuoted(at, cell) : endOfPlain(at);
                if (at >= limit) {
                    block.dropRow();
                    return limit;
                }
                if (bytes[at] != separator) {
                    break;
                }
                block.addCell(at++);
                if (at >= limit) {
                    block.dropRow();
                    return limit;
                }
            }
            if (bytes[at] == '\r' && at + 1 >= limit) {
                block.dropRow();
                return limit;
            }
            endRow(at, bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 2 : at + 1);
            // The chunks see the rows behind this one twice.
            linesUnsure = true;
            return rowStart;
        }

        private int endOfPlain(int from) {
            int at = from;
            while (at < limit && bytes[at] != separator && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            return at;
        }

        private int endOfQuoted(int from, int cell) {
            int at = from + 1;
            while (at < limit && (bytes[at] != '"' || at + 1 < limit && bytes[at + 1] == '"')) {
                at += bytes[at] == '"' ? 2 : 1;
            }
            if (at >= limit) {
                if (limit - rowStart > longestRow + 1) {
                    // One was left open, or there really is so much: nobody can know without reading on.
                    throw new TableException(new Finding(
                            lineOf(from),
                            cell,
                            "the quote that is opened here is not closed within the " + longestRow
                                    + " bytes that a row may have: either it is left open, or the cell is too long"));
                }
                if (ended) {
                    throw new TableException(
                            new Finding(lineOf(from), cell, "the quote that is opened here is not closed"));
                }
                return limit;
            }
            int end = Blanks.start(bytes, at + 1, limit);
            if (end < limit && endOfPlain(end) != end) {
                throw new TableException(new Finding(
                        lineOf(end),
                        cell,
                        "text follows a closing quote: expected a comma or the end of the line"
                                + " (a quote within quotes is written twice)"));
            }
            return end;
        }
    }

    // Three small methods that are compiled long before the loop around them would be.

    private static long quotes(byte[] bytes, int at) {
        long found = 0;
        for (int i = 0; i < CHUNK; i += Long.BYTES) {
            found |= bits(zeros((long) WORD.get(bytes, at + i) ^ ONES * '"')) << i;
        }
        return found;
    }

    private static long lineEnds(byte[] bytes, int at) {
        long found = 0;
        for (int i = 0; i < CHUNK; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, at + i);
            found |= bits(zeros(word ^ ONES * '\n') | zeros(word ^ ONES * '\r')) << i;
        }
        return found;
    }

    private static long separators(byte[] bytes, int at, long separators) {
        long found = 0;
        for (int i = 0; i < CHUNK; i += Long.BYTES) {
            found |= bits(zeros((long) WORD.get(bytes, at + i) ^ separators)) << i;
        }
        return found;
    }

    /// The highest bit of each byte that is 0.
    private static long zeros(long word) {
        return ~((word & LOW) + LOW | word | LOW);
    }

    /// The highest bits of the eight bytes, side by side.
    private static long bits(long highest) {
        return (highest >>> 7) * 0x0102040810204080L >>> 56;
    }

    /// For each bit whether the number of bits up to and with it is odd.
    private static long parity(long bits) {
        long parity = bits;
        for (int shift = 1; shift < Long.SIZE; shift <<= 1) {
            parity ^= parity << shift;
        }
        return parity;
    }
}
