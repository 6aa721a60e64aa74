package org.voorwerp.table;

/// Counts lines, which end in LF, CRLF or CR.
final class Lines {

    private Lines() {}

    /// How many lines end between `from` and `to`, neither of which stands within a CRLF.
    static int count(byte[] bytes, int from, int to) {
        int lines = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n' || bytes[at] == '\r' && (at + 1 == to || bytes[at + 1] != '\n')) {
                lines++;
            }
        }
        return lines;
    }
}
