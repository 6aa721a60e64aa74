package org.voorwerp.table;

import org.jspecify.annotations.Nullable;

/// What the first bytes of a file tell: a byte order mark to skip, or that it is no UTF-8 text at all.
final class FileStart {

    /// How many bytes are looked at.
    static final int LENGTH = 4;

    static final String ARCHIVE = "the file is a zip archive or an Excel workbook: save the table as CSV";

    private FileStart() {}

    /// How many bytes of a UTF-8 byte order mark stand before the text.
    ///
    /// @param length how many bytes of `start` are there
    /// @throws TableException if the file is something else than text in UTF-8, naming what it seems to be
    static int skip(byte[] start, int length) {
        if (begins(start, length, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        var problem = problem(start, length);
        if (problem != null) {
            throw new TableException(Finding.ofFile(problem));
        }
        return 0;
    }

    private static @Nullable String problem(byte[] start, int length) {
        if (begins(start, length, 0xff, 0xfe)
                || begins(start, length, 0xfe, 0xff)
                || (length > 0 && start[0] == 0)
                || (length > 1 && start[1] == 0)) {
            return "the file is UTF-16: save it as UTF-8";
        }
        if (begins(start, length, 0x1f, 0x8b)) {
            return "the file is compressed by gzip, but was not said to be";
        }
        if (begins(start, length, 0x28, 0xb5, 0x2f, 0xfd)) {
            return "the file is compressed by zstd, but was not said to be";
        }
        if (begins(start, length, 'P', 'K', 3, 4)) {
            return ARCHIVE;
        }
        if (begins(start, length, 'P', 'A', 'R', '1')) {
            return "the file is Parquet: save the table as CSV";
        }
        return null;
    }

    private static boolean begins(byte[] start, int length, int... bytes) {
        if (length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
