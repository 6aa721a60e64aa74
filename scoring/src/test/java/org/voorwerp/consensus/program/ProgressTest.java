package org.voorwerp.consensus.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ProgressTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private long now;

    private Progress progress(boolean terminal) {
        return new Progress(new PrintStream(told, true, StandardCharsets.UTF_8), terminal, () -> now);
    }

    @Test
    void aTerminalHasABarWithTheTimeLeftAndIsLeftClean() {
        var progress = progress(true);
        progress.begin("reading");
        now = 30_000_000_000L;
        progress.at(250, 1000, "MB");
        progress.clear();

        var text = told.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("[########----------------------] reading  25 %, 250 of 1,000 MB, 1:30 left"), text);
        assertTrue(text.endsWith(" \r"), "the line is empty again");
    }

    /// A line that is broken would stay, line after line.
    @Test
    void theBarLeavesRoomForLongNumbers() {
        var progress = progress(true);
        progress.begin("reducing");
        now = 7_200_000_000_000L;
        progress.at(123_456, 1_234_567, "subjects");

        var shown = told.toString(StandardCharsets.UTF_8);
        var line = shown.substring(shown.lastIndexOf('\r') + 1).strip();
        assertTrue(line.contains("reducing  10 %, 123,456 of 1,234,567 subjects, 18:00:00 left"), line);
        assertTrue(line.startsWith("[#") && line.length() < 80, line);
    }

    @Test
    void elsewhereAPlainLineComesNowAndThen() {
        var progress = progress(false);
        progress.begin("reading");
        for (int second = 0; second <= 21; second++) {
            now = second * 1_000_000_000L;
            progress.at(second, 100, "MB");
        }
        progress.clear();

        assertEquals(
                "reading  10 %, 10 of 100 MB, 1:30 left\nreading  20 %, 20 of 100 MB, 1:20 left\n",
                told.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void workOfUnknownLengthPromisesNothing() {
        var progress = progress(false);
        progress.begin("reading");
        now = 60_000_000_000L;
        progress.at(0, 0, "MB");

        assertEquals(
                "reading   0 %, 0 of 0 MB",
                told.toString(StandardCharsets.UTF_8).strip());
    }
}
