package org.voorwerp.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// The quick reader finds what [RowScanner] finds, on every file.
@NullUnmarked
class RowBlocksTest {

    private static final int LONGEST = 300;

    /// A row as text, with its line.
    private record Found(long line, List<String> cells) {}

    private static List<Found> scanned(byte[] file) throws IOException {
        var scanner = new RowScanner(new ByteArrayInputStream(file), LONGEST, 1 << 12);
        var rows = new ArrayList<Found>();
        while (scanner.next()) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < scanner.cells(); i++) {
                cells.add(latin(scanner.bytes(), scanner.start(i), scanner.end(i)));
            }
            rows.add(new Found(scanner.line(), cells));
        }
        return rows;
    }

    private static List<Found> found(byte[] file, int blockSize) throws IOException {
        var blocks = new RowBlocks(new ByteArrayInputStream(file), ',', LONGEST, blockSize);
        var block = new RowBlock();
        var cell = new CellBytes();
        var rows = new ArrayList<Found>();
        while (blocks.fill(block)) {
            for (int row = 0; row < block.rows(); row++) {
                var cells = new ArrayList<String>();
                for (int i = 0; i < block.cells(row); i++) {
                    block.read(row, i, cell);
                    cells.add(latin(cell.bytes(), cell.from(), cell.to()));
                }
                rows.add(new Found(block.line(row), cells));
            }
        }
        return rows;
    }

    private static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private interface Reading {
        List<Found> rows() throws IOException;
    }

    private static String outcome(Reading reading) throws IOException {
        try {
            return reading.rows().toString();
        } catch (TableException e) {
            // Where a row is too long with a quote open, one names the row, the other the quote.
            return e.finding().line()
                    + (e.finding().message().startsWith("text")
                            ? " " + e.finding().column()
                            : "");
        }
    }

    private static void assertSame(byte[] file) throws IOException {
        var expected = outcome(() -> scanned(file));
        for (int blockSize : new int[] {4, 13, 64, 100, 1 << 16}) {
            assertEquals(expected, outcome(() -> found(file, blockSize)), "in blocks of " + blockSize);
        }
    }

    private static void assertSame(String file) throws IOException {
        assertSame(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void quotesCommasAndLineEndsAreReadAsTheScannerReadsThem() throws IOException {
        assertSame("a,b\n1,\"x, \"\"y\"\"\n\"\n2,\"\"\n");
        assertSame("a\r\n\"b\r\nc\",d\r\n\r\n\re,f\rg,h");
        assertSame("a,b\n5\" telescope,\"x\"  ,y\nplain,\"quoted \"\n");
        assertSame("\uFEFFa,b\n1,2");
        assertSame("\n\n\n");
        assertSame("");
        assertSame("a,b,");
        assertSame("a,\"b\r");
        assertSame("a,\"b\" c,d\n");
    }

    @Test
    void aRowThatIsTooLongIsFoundWhateverTheBlocks() throws IOException {
        assertSame("a,b\n" + "x".repeat(LONGEST) + "\n");
        assertSame("a,b\n" + "x".repeat(LONGEST + 1) + "\n");
        assertSame("a,b\n\"" + "x\n".repeat(LONGEST) + "\"\n");
    }

    /// Where it would end is not known yet, so that an open quote is one of two things that may be wrong.
    @Test
    void aQuotedCellThatIsTooLongIsNotCalledOpen() {
        var closed = "a,b\n1,\"" + "x".repeat(3 * LONGEST) + "\"\n2,y\n";
        for (int blockSize : new int[] {64, 1 << 10}) {
            var problem =
                    assertThrows(TableException.class, () -> found(closed.getBytes(StandardCharsets.UTF_8), blockSize));
            assertTrue(
                    problem.getMessage().contains("300 bytes")
                            && problem.getMessage().startsWith("line 2"),
                    problem::getMessage);
        }
        var left = assertThrows(
                TableException.class, () -> found("a,b\n1,\"x\n2,y\n".getBytes(StandardCharsets.UTF_8), 64));
        assertEquals("line 2, column 2: the quote that is opened here is not closed", left.getMessage());
    }

    @Test
    void emptyLinesWithoutEndNeedNoMemory() throws IOException {
        var blocks = new RowBlocks(new ByteArrayInputStream("\n".repeat(100_000).getBytes()), ',', LONGEST, 64);
        var block = new RowBlock();

        assertTrue(!blocks.fill(block));
        assertTrue(block.bytes.length < 1000);
    }

    @RepeatedTest(400)
    void anyFileOfQuotesCommasAndLineEndsIsReadTheSame(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var alphabet = repetition.getCurrentRepetition() % 2 == 0 ? "\"\",\n\r a" : "\"\"\"\",,,,\n abcdefghijklmnop";
        var file = new StringBuilder();
        for (int i = random.nextInt(400); i > 0; i--) {
            file.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        assertSame(file.toString());
    }

    /// JSON in quotes, as exports hold it, now and then damaged.
    @RepeatedTest(100)
    void anyFileOfQuotedJsonIsReadTheSame(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var file = new StringBuilder();
        for (int row = 0; row < 20; row++) {
            file.append(row).append(",\"");
            for (int i = random.nextInt(12); i > 0; i--) {
                file.append("{\"\"key\"\":\"\"")
                        .append(random.nextInt(10) == 0 ? "\n" : "value, x")
                        .append("\"\"}");
            }
            file.append(random.nextInt(40) == 0 ? "" : "\"").append(",y\n");
        }
        assertSame(file.toString());
    }

    @FuzzTest
    void anyBytesAreReadTheSame(byte[] file) throws IOException {
        assertSame(file);
    }
}
