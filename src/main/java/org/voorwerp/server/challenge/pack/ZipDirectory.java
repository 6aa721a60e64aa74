package org.voorwerp.server.challenge.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// How large the directory of a zip archive is, found before anybody reads it into memory.
public final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int SIZE_OFFSET = 12;
    private static final long LARGEST = 64 << 20;

    private ZipDirectory() {}

    /// @throws PackRefused if the archive is none, or has more than `most` entries
    public static void check(Path file, int most) throws IOException {
        long size = size(file);
        if (size < 0) {
            throw PackRefused.of(ZipPack.ARCHIVE, "this is no zip archive");
        }
        if (size > LARGEST) {
            throw PackRefused.of(ZipPack.ARCHIVE, tooMany(most));
        }
        // The JDK's reader needs a fraction of the memory per entry that the one which knows file modes does.
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > most) {
                throw PackRefused.of(ZipPack.ARCHIVE, tooMany(most));
            }
        } catch (ZipException e) {
            var problem = String.valueOf(e.getMessage());
            throw PackRefused.of(
                    ZipPack.ARCHIVE,
                    problem.contains("encrypted")
                            ? "it is encrypted; send it without a password"
                            : "this is no zip archive, or it is damaged: " + problem);
        }
    }

    private static String tooMany(int most) {
        return "it has more than " + most + " entries";
    }

    /// Bytes of the directory as the archive's last record has it, or -1 where there is no such record.
    private static long size(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            int length = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
            var tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, channel.size() - length + tail.position()) > 0) {
                // Reads on until the buffer is full.
            }
            for (int at = tail.position() - END_LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == END_SIGNATURE) {
                    return Integer.toUnsignedLong(tail.getInt(at + SIZE_OFFSET));
                }
            }
            return -1;
        }
    }
}
