package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.voorwerp.server.storage.StorageConfig;

/// The folder of uploads on their way, which must be empty when nobody sends.
public final class Incoming {

    private Incoming() {}

    public static void assertEmpty() throws IOException, InterruptedException {
        var deadline = Instant.now().plusSeconds(10);
        while (!files().isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        assertTrue(files().isEmpty(), () -> "left behind");
    }

    private static List<Path> files() throws IOException {
        var folder = SmallChallenge.bean(StorageConfig.class).dataFolder().resolve("blobs/incoming");
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
