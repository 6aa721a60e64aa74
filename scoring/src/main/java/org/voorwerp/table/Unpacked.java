package org.voorwerp.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// A file of text as it is once it is unpacked: it may be compressed by gzip, or be a zip with one table in it,
/// whatever it is called.
///
/// @param text its bytes
/// @param tabs whether its name says that tabs separate its cells
public record Unpacked(InputStream text, boolean tabs) {

    private static final int MAGIC = 4;
    private static final int ROOM = 1 << 16;

    /// @param in read from where it stands
    /// @param name of the file
    /// @throws TableException if it is a zip of no table, or of several files
    /// @throws ZipException if it is called `.gz` and is not
    public static Unpacked of(InputStream in, String name) throws IOException {
        var start = new BufferedInputStream(in, ROOM);
        start.mark(MAGIC);
        byte[] magic = start.readNBytes(MAGIC);
        start.reset();
        if (magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
            return new Unpacked(new GZIPInputStream(start, ROOM), isTabs(name));
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
            throw new ZipException("not compressed by gzip");
        }
        boolean zip = magic.length == MAGIC && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
        return zip ? onlyEntry(new ZipInputStream(start)) : new Unpacked(start, isTabs(name));
    }

    private static Unpacked onlyEntry(ZipInputStream zip) throws IOException {
        var entry = nextFile(zip);
        if (entry == null || !isText(entry.getName())) {
            throw new TableException(Finding.ofFile(FileStart.ARCHIVE));
        }
        return new Unpacked(new OneEntry(zip), isTabs(entry.getName()));
    }

    private static @Nullable ZipEntry nextFile(ZipInputStream zip) throws IOException {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            // What the Mac adds beside every file.
            if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                return entry;
            }
        }
        return null;
    }

    /// Workbooks are zips too.
    private static boolean isText(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt");
    }

    private static boolean isTabs(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".tsv") || lower.endsWith(".tsv.gz");
    }

    /// The first file of a zip, at whose end there may be no second.
    private static final class OneEntry extends InputStream {

        private final ZipInputStream zip;

        OneEntry(ZipInputStream zip) {
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = zip.read(bytes, from, length);
            if (read < 0) {
                var second = nextFile(zip);
                if (second != null) {
                    throw new TableException(Finding.ofFile("the zip holds several files, among them "
                            + Excerpt.of(second.getName()) + "; take out the one to read"));
                }
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
