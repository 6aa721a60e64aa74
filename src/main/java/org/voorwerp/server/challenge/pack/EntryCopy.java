package org.voorwerp.server.challenge.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/// Copies one entry of a zip archive, counting: an entry may lie about its size.
final class EntryCopy {

    /// Below this, how densely something is packed does not matter.
    private static final long SMALL = 1 << 20;

    private static final int DENSEST = 200;

    private final ZipArchiveEntry entry;
    private final CRC32 checksum = new CRC32();
    private long bytes;

    EntryCopy(ZipArchiveEntry entry) {
        this.entry = entry;
    }

    /// @return how many bytes there were
    long copy(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[1 << 16];
        try {
            for (int read; (read = in.read(buffer)) > 0; ) {
                count(buffer, read);
                out.write(buffer, 0, read);
            }
        } catch (EOFException e) {
            throw new ZipException("it ends early");
        }
        if (bytes != entry.getSize()) {
            throw new ZipException("it has " + bytes + " bytes, and the archive says " + entry.getSize());
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw new ZipException("its checksum is wrong");
        }
        return bytes;
    }

    private void count(byte[] buffer, int read) {
        bytes += read;
        checksum.update(buffer, 0, read);
        if (bytes > entry.getSize()) {
            throw PackRefused.of(entry.getName(), "it is larger than the archive says it is");
        }
        if (bytes > SMALL && bytes / Math.max(1, entry.getCompressedSize()) > DENSEST) {
            throw PackRefused.of(
                    entry.getName(),
                    "it unpacks to more than " + DENSEST + " times its size in the archive, as only bombs do");
        }
    }
}
