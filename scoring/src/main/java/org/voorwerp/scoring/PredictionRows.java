package org.voorwerp.scoring;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Findings;
import org.voorwerp.table.RowScanner;

/// Puts the rows of a prediction file in the places of their subjects, and finds what is wrong with them.
final class PredictionRows {

    private final TaskKind kind;
    private final SubjectIndex subjects;
    private final PredictionHeader header;
    private final Findings findings;
    private final CellReader[] readers;
    private final Predictions predictions;

    /// The line in which each subject was met first; 0 before that.
    private final int[] lines;

    private int next;
    private long count;

    PredictionRows(TaskKind kind, SubjectIndex subjects, PredictionHeader header, Findings findings) {
        this.kind = kind;
        this.subjects = subjects;
        this.header = header;
        this.findings = findings;
        readers = kind.columns().stream()
                .map(column -> CellReader.of(column, subjects.size()))
                .toArray(CellReader[]::new);
        predictions =
                new Predictions(Arrays.stream(readers).map(CellReader::cells).toList());
        lines = new int[subjects.size()];
    }

    /// How many rows were taken, right or wrong.
    long count() {
        return count;
    }

    /// What was read; complete if there are no findings after [#finish()].
    Predictions predictions() {
        return predictions;
    }

    /// Takes the present row of the file.
    void accept(RowScanner row) {
        count++;
        int expected = readers.length + 1;
        if (row.cells() != expected) {
            findings.add(row.line(), 0, () -> wrongLength(expected, row.cells()));
            recognise(row);
            return;
        }
        int position = place(row);
        boolean right = position >= 0;
        for (int column = 0; column < readers.length; column++) {
            right &= read(row, column, position);
        }
        if (right) {
            var problem = kind.check(predictions, position);
            if (problem != null) {
                findings.add(Finding.ofLine(row.line(), problem));
            }
        }
    }

    /// Says what can only be said at the end of the file: which ids are missing.
    void finish() {
        int missing = 0;
        int first = -1;
        for (int position = lines.length - 1; position >= 0; position--) {
            if (lines[position] == 0) {
                missing++;
                first = position;
            }
        }
        if (count == 0 && missing > 0) {
            findings.add(Finding.ofFile("there are no rows after the header: "
                    + (missing == 1 ? "1 id is" : missing + " ids are") + " expected, the first is "
                    + Excerpt.of(subjects.id(first))));
        } else if (missing > 0) {
            findings.add(Finding.ofFile(
                    missing == 1
                            ? "1 id is missing: " + Excerpt.of(subjects.id(first))
                            : missing + " ids are missing, the first is " + Excerpt.of(subjects.id(first))));
        }
    }

    private static String wrongLength(int expected, int found) {
        return "expected " + expected + " cells, found " + found
                + (found > expected
                        ? "; numbers are written with a point, and a cell that holds a comma stands in quotes"
                        : "");
    }

    /// A row that cannot be read still says that its subject is not missing.
    private void recognise(RowScanner row) {
        if (header.id() < row.cells()) {
            int position = position(row);
            if (position >= 0 && lines[position] == 0) {
                lines[position] = lineOf(row);
            }
        }
    }

    /// The subject that a row is for; -1 if it is for none or was met before.
    private int place(RowScanner row) {
        int position = position(row);
        if (position < 0) {
            findings.add(row.line(), header.id() + 1, () -> unknown(row));
            return -1;
        }
        next = position + 1;
        if (lines[position] != 0) {
            findings.add(
                    row.line(),
                    header.id() + 1,
                    () -> "id " + Excerpt.of(subjects.id(position)) + " appears twice, lines " + lines[position]
                            + " and " + row.line());
            return -1;
        }
        lines[position] = lineOf(row);
        return position;
    }

    private int position(RowScanner row) {
        return subjects.position(row.bytes(), row.start(header.id()), row.end(header.id()), next);
    }

    private static int lineOf(RowScanner row) {
        return (int) Math.min(row.line(), Integer.MAX_VALUE);
    }

    private boolean read(RowScanner row, int column, int position) {
        int cell = header.cells()[column];
        var bytes = row.bytes();
        int from = row.start(cell);
        int to = row.end(cell);
        boolean right = readers[column].read(bytes, from, to, position);
        if (!right) {
            findings.add(row.line(), cell + 1, () -> readers[column].problem(bytes, from, to));
        }
        return right;
    }

    private String unknown(RowScanner row) {
        int from = row.start(header.id());
        int to = row.end(header.id());
        if (from == to) {
            return "the id is empty";
        }
        var id = new String(row.bytes(), from, to - from, StandardCharsets.UTF_8);
        return "unknown id " + Excerpt.of(row.bytes(), from, to) + ": " + whyUnknown(id);
    }

    private String whyUnknown(String id) {
        if (subjects.position(id.strip()) >= 0) {
            return "in the test file it has no spaces around it";
        }
        if (id.matches("\\d{1,40}\\.0") || id.matches("\\d(\\.\\d{1,40})?[eE]\\+?\\d{1,3}")) {
            return "ids are text, but were made numbers (pandas: read them with dtype=str)";
        }
        return "it is not in the test file";
    }
}
