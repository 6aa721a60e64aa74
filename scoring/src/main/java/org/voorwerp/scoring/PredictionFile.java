package org.voorwerp.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Findings;
import org.voorwerp.table.RowScanner;
import org.voorwerp.table.TableException;
import org.voorwerp.table.block.BlocksInOrder;
import org.voorwerp.table.block.LineBlocks;

/// Reads a participant's prediction file: a header line naming the id column and the task kind's columns in any
/// order, then one line a test subject in any order. It sees ids, never labels.
///
/// The file is CSV as in RFC 4180, in UTF-8 with or without a byte order mark; [RowScanner] tells the rest of
/// its form and [org.voorwerp.table.Decimal] what a number is. Spaces and tabs around column names, numbers and
/// classes do not count; around an id they do.
public final class PredictionFile {

    /// A row may have [#ROW_BYTES], and [#CELL_BYTES] a column, beyond what its names, ids and classes need.
    private static final int ROW_BYTES = 4096;

    private static final int CELL_BYTES = 64;

    /// From so many columns on, putting the cells in the order of the test file is better done last.
    private static final int MANY_COLUMNS = 8;

    /// How many bytes are read at once until the header is known.
    private static final int FIRST_BLOCK = 1 << 13;

    /// What came of reading a file.
    public sealed interface Reading {}

    /// The file is right.
    public record Accepted(Predictions predictions) implements Reading {}

    /// The file is wrong.
    ///
    /// @param findings the first of them, in the order of the file
    /// @param count how many there are in all
    public record Rejected(List<Finding> findings, long count) implements Reading {}

    private PredictionFile() {}

    /// Reads and checks a file to its end, on all processors. Memory depends on the number of subjects and columns
    /// expected, never on what is sent: reading stops at the first line too many or too long.
    ///
    /// @param in decompressed bytes, read by several threads in turn; not closed
    /// @param idColumn the name of the id column
    /// @throws IOException if `in` does
    public static Reading read(InputStream in, TaskKind kind, SubjectIndex subjects, String idColumn)
            throws IOException {
        return read(in, kind, subjects, idColumn, Runtime.getRuntime().availableProcessors());
    }

    /// As [#read(InputStream, TaskKind, SubjectIndex, String)], on so many threads, this one among them. What is
    /// read and found does not depend on their number.
    public static Reading read(InputStream in, TaskKind kind, SubjectIndex subjects, String idColumn, int threads)
            throws IOException {
        int blockSize = Math.max(LineBlocks.SIZE, 4 * longestRow(kind, subjects, idColumn));
        return read(
                in, kind, subjects, idColumn, threads, blockSize, kind.columns().size() >= MANY_COLUMNS);
    }

    static Reading read(
            InputStream in,
            TaskKind kind,
            SubjectIndex subjects,
            String idColumn,
            int threads,
            int blockSize,
            boolean orderLater)
            throws IOException {
        var findings = new Findings();
        int longestRow = longestRow(kind, subjects, idColumn);
        try {
            var scanner = new RowScanner(in, longestRow, Math.min(blockSize, FIRST_BLOCK));
            if (!scanner.next()) {
                throw new TableException(Finding.ofFile("the file is empty"));
            }
            var header = PredictionHeader.read(scanner, kind.columns(), subjects, idColumn);
            var rows = new PredictionRows(kind, subjects, header, findings, scanner.nextLine(), orderLater);
            var blocks = new LineBlocks(scanner.rest(), blockSize);
            var rest = new BlocksInOrder<>(blocks, threads, () -> rows.block(blocks.block(), longestRow)).run();
            rows.endBlocks();
            if (rest != null) {
                readExactly(RowScanner.resumed(rest, longestRow, rows.nextLine()), rows);
            }
            rows.finish();
            if (findings.isEmpty()) {
                return new Accepted(rows.predictions());
            }
        } catch (TableException e) {
            findings.add(e.finding());
        }
        return new Rejected(findings.list(), findings.count());
    }

    private static void readExactly(RowScanner row, PredictionRows rows) throws IOException {
        try {
            while (row.next()) {
                rows.accept(row);
            }
        } catch (TableException e) {
            // What was found before comes before it.
            rows.flush();
            throw e;
        }
    }

    /// How many bytes the longest row may have. Whatever a quote can double is counted twice.
    static int longestRow(TaskKind kind, SubjectIndex subjects, String idColumn) {
        long bytes = ROW_BYTES + 6L * idColumn.length() + 2L * subjects.longest();
        for (var column : kind.columns()) {
            bytes += CELL_BYTES
                    + 6L * column.name().length()
                    + 2L * CellReader.of(column, 0).longest();
        }
        return Math.toIntExact(bytes);
    }
}
