package org.voorwerp.server.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A blob being written: digested on the way, and either kept or gone.
public final class IncomingBlob extends OutputStream {

    private final Path file;
    private final Path folder;
    private final FileChannel channel;
    private final MessageDigest sha256;
    private long bytes;
    private @Nullable Blob sealed;
    private boolean kept;

    IncomingBlob(Path incoming, Path folder) throws IOException {
        this.folder = folder;
        this.file = Files.createTempFile(incoming, "", "");
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        sha256.update(buffer, offset, length);
        var remaining = ByteBuffer.wrap(buffer, offset, length);
        while (remaining.hasRemaining()) {
            channel.write(remaining);
        }
        bytes += length;
    }

    /// How many bytes have been written.
    public long bytes() {
        return bytes;
    }

    /// The bytes so far as a file, to read them back before keeping them.
    public Path file() {
        return file;
    }

    /// Syncs the bytes to disk, which takes its time, and says what they are. Nothing can be written after this, and
    /// nothing is kept yet.
    public Blob seal() throws IOException {
        if (sealed == null) {
            channel.force(true);
            channel.close();
            sealed = new Blob(HexFormat.of().formatHex(sha256.digest()), bytes);
        }
        return sealed;
    }

    /// Seals the bytes and gives them their name. When this returns they survive a crash.
    public Blob keep() throws IOException {
        var blob = seal();
        var place = place(folder, blob.digest());
        var parent = Objects.requireNonNull(place.getParent());
        Files.createDirectories(parent);
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        kept = true;
        // A file's name is safe only once its folder is synced too.
        sync(parent);
        sync(folder);
        return blob;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!kept) {
            Files.deleteIfExists(file);
        }
    }

    static Path place(Path folder, String digest) {
        return folder.resolve(digest.substring(0, 2)).resolve(digest);
    }

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
