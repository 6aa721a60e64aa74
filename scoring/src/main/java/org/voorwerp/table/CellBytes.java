package org.voorwerp.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One cell, without its quotes: where it can be, a range of the block it stands in, else a copy. It holds one cell
/// after the other.
public final class CellBytes {

    private byte[] copy = new byte[1 << 10];
    private byte[] bytes = copy;
    private int from;
    private int to;

    /// The array that holds the cell.
    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    /// Exclusive.
    public int to() {
        return to;
    }

    public int length() {
        return to - from;
    }

    public boolean isEmpty() {
        return from == to;
    }

    /// Whether the cell holds just this, which is ASCII.
    public boolean is(String ascii) {
        if (to - from != ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[from + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Takes blanks off both ends.
    public void strip() {
        from = Blanks.start(bytes, from, to);
        to = Blanks.end(bytes, from, to);
    }

    /// The cell as text: UTF-8, or, where it is not, what old programs wrote, see [Latin].
    public String text() {
        return Latin.isAscii(bytes, from, to)
                ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                : Latin.text(bytes, from, to);
    }

    /// Makes bytes that are not UTF-8 into UTF-8.
    ///
    /// @return whether there were any
    public boolean toUtf8() {
        if (Latin.isAscii(bytes, from, to) || Latin.isUtf8(bytes, from, to)) {
            return false;
        }
        bytes = Latin.text(bytes, from, to).getBytes(StandardCharsets.UTF_8);
        from = 0;
        to = bytes.length;
        return true;
    }

    void setRaw(byte[] raw, int start, int end) {
        bytes = raw;
        from = start;
        to = end;
    }

    /// @param raw the cell as it stands in the file stands from `start` to before `end`
    void set(byte[] raw, int start, int end) {
        setRaw(raw, start, end);
        if (start < end && raw[start] == '"') {
            from++;
            to = Blanks.end(raw, from, end) - 1;
            int doubled = indexOfQuote(raw, from, to);
            if (doubled < to) {
                copyFrom(doubled);
            }
        }
    }

    /// @param at the first doubled quote
    private void copyFrom(int at) {
        byte[] raw = bytes;
        int end = to;
        if (end - from > copy.length) {
            copy = Arrays.copyOf(copy, 2 * (end - from));
        }
        int length = at - from;
        System.arraycopy(raw, from, copy, 0, length);
        for (int i = at; i < end; i++) {
            byte b = raw[i];
            copy[length++] = b;
            if (b == '"') {
                i++;
            }
        }
        bytes = copy;
        from = 0;
        to = length;
    }

    private static int indexOfQuote(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '"') {
            at++;
        }
        return at;
    }
}
