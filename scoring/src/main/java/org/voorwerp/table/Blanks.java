package org.voorwerp.table;

/// Spaces and tabs around a cell.
public final class Blanks {

    private Blanks() {}

    /// Where the text between `from` and `to` begins when leading blanks do not count; `to` if there is nothing
    /// else.
    public static int start(byte[] bytes, int from, int to) {
        int start = from;
        while (start < to && isBlank(bytes[start])) {
            start++;
        }
        return start;
    }

    /// Where the text between `from` and `to` ends when trailing blanks do not count; `from` if there is
    /// nothing else.
    public static int end(byte[] bytes, int from, int to) {
        int end = to;
        while (from < end && isBlank(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
