package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Documents that are made of the code. With `-Ddocs.update` they are written, otherwise they must be current.
final class Documents {

    private Documents() {}

    static void assertCurrent(Path document, String expected) throws IOException {
        if (System.getProperty("docs.update") != null) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, expected);
        }
        assertEquals(
                expected,
                Files.exists(document) ? Files.readString(document) : "",
                () -> document + " is out of date; ./voorwerp test -Ddocs.update writes it anew");
    }
}
