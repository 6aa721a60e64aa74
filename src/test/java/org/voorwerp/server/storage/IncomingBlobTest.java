package org.voorwerp.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files long enough that parts of them are synced while more is written.
class IncomingBlobTest {

    private static final int BLOCK = 1_000_003;
    private static final int BLOCKS = 70;

    @TempDir
    Path folder;

    private final Random random = new Random(1);
    private Blobs blobs;

    @BeforeEach
    void open() {
        blobs = new Blobs(() -> folder, Clock.systemUTC());
    }

    @Test
    void aLongFileIsKeptByteForByte() throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        Blob blob;
        try (var incoming = blobs.incoming(Area.SUBMISSIONS)) {
            write(incoming, sha256);
            blob = incoming.keep();
        }
        var digest = HexFormat.of().formatHex(sha256.digest());
        assertEquals(new Blob(digest, (long) BLOCK * BLOCKS), blob);
        var stored = Files.readAllBytes(blobs.path(Area.SUBMISSIONS, digest));
        assertEquals(digest, HexFormat.of().formatHex(sha256.digest(stored)));
    }

    @Test
    void aLongFileThatIsNotKeptIsGoneAlsoWhileItIsSynced() throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        Path file;
        try (var incoming = blobs.incoming(Area.SUBMISSIONS)) {
            file = incoming.file();
            write(incoming, sha256);
        }
        assertFalse(Files.exists(file));
        assertFalse(Files.exists(blobs.path(Area.SUBMISSIONS, HexFormat.of().formatHex(sha256.digest()))));
    }

    private void write(IncomingBlob incoming, MessageDigest sha256) throws IOException {
        var block = new byte[BLOCK];
        for (int i = 0; i < BLOCKS; i++) {
            random.nextBytes(block);
            incoming.write(block, 0, BLOCK);
            sha256.update(block);
        }
    }
}
