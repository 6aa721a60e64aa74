package org.voorwerp.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class KeepingInputTest {

    @Test
    void aFullDiskIsToldAsSuch() throws IOException {
        var full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "needs /dev/full");
        try (var out = new FileOutputStream(full.toFile());
                var in = new KeepingInput(new ByteArrayInputStream(new byte[] {1, 2, 3}), out)) {
            var refusal = assertThrows(Unavailable.class, in::readAllBytes);
            assertEquals(507, refusal.status());
        }
    }
}
