package org.voorwerp.server.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/// A blob being written: digested on the way, and either kept or gone.
public final class IncomingBlob extends OutputStream {

    /// So much goes to the disk while more arrives: of a long file little is left to wait for at its end.
    private static final long SYNCED_AT_ONCE = 16 << 20;

    private final Path file;
    private final Path folder;
    private final FileChannel channel;
    private final MessageDigest sha256;
    private long bytes;
    private long syncedTo;
    private Future<?> sync = CompletableFuture.completedFuture(null);
    private @Nullable Blob sealed;
    private boolean kept;

    IncomingBlob(Path incoming, Path folder) throws IOException {
        this.folder = folder;
        this.file = Files.createTempFile(incoming, "", "");
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
        this.sha256 = DigestUtils.getSha256Digest();
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
        if (bytes - syncedTo >= SYNCED_AT_ONCE && sync.isDone()) {
            awaitSync();
            syncedTo = bytes;
            sync = startSync();
        }
    }

    private Future<?> startSync() {
        var task = new FutureTask<@Nullable Void>(() -> {
            channel.force(false);
            return null;
        });
        Thread.ofVirtual().name("sync").start(task);
        return task;
    }

    /// An error is told to one sync only: one that is told to an earlier one must not be lost.
    private void awaitSync() throws IOException {
        try {
            sync.get();
        } catch (ExecutionException e) {
            throw new IOException("what was written cannot be synced", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while syncing");
        }
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
            awaitSync();
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
