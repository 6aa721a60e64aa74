package org.voorwerp.scoring;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Findings;
import org.voorwerp.table.RowScanner;
import org.voorwerp.table.Utf8Batch;

/// Puts the rows of a prediction file in the places of their subjects, and finds what is wrong with them.
///
/// Rows whose cells are right wait in a batch until their ids are looked up together. A row with a wrong cell
/// first has the batch before it finished, so that findings come in the order of the file.
final class PredictionRows {

    private final TaskKind kind;
    private final SubjectIndex subjects;
    private final PredictionHeader header;
    private final Findings findings;
    private final CellReader[] readers;
    private final Predictions predictions;

    /// The line in which each subject was met first; 0 before that.
    private final int[] lines;

    private final Utf8Batch batch = new Utf8Batch(CellReader.STAGED);
    private final long[] batchLines = new long[CellReader.STAGED];
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
        if (row.cells() != readers.length + 1) {
            flush();
            findings.add(row.line(), 0, () -> wrongLength(readers.length + 1, row.cells()));
            recognise(row);
            return;
        }
        int staged = batch.size();
        for (int column = 0; column < readers.length; column++) {
            int cell = header.cells()[column];
            if (!readers[column].read(row.bytes(), row.start(cell), row.end(cell), staged)) {
                flush();
                tellProblems(row, column);
                return;
            }
        }
        batchLines[staged] = row.line();
        batch.add(row.bytes(), row.start(header.id()), row.end(header.id()));
        if (batch.isFull()) {
            flush();
        }
    }

    /// Says what can only be said at the end of the file: which ids are missing.
    void finish() {
        flush();
        int missing = 0;
        int first = -1;
        for (int position = lines.length - 1; position >= 0; position--) {
            if (lines[position] == 0) {
                missing++;
                first = position;
            }
        }
        if (missing > 0) {
            var ids = missing == 1 ? "1 id is missing: " : missing + " ids are missing, the first is ";
            findings.add(Finding.ofFile(
                    (count == 0 ? "there are no rows after the header: " : "") + ids + Excerpt.of(subjects.id(first))));
        }
    }

    /// Looks up the ids of the batch and puts its rows in their places.
    void flush() {
        subjects.lookUp(batch, next);
        for (int i = 0; i < batch.size(); i++) {
            int position = place(batch.bytes(), batch.start(i), batch.end(i), batch.position(i), batchLines[i]);
            if (position >= 0) {
                for (var reader : readers) {
                    reader.keep(i, position);
                }
                var problem = kind.check(predictions, position);
                if (problem != null) {
                    findings.add(Finding.ofLine(batchLines[i], problem));
                }
            }
        }
        batch.clear();
    }

    /// The subject that a row is for; -1 if it is for none or was met before.
    private int place(byte[] bytes, int from, int to, int position, long line) {
        if (position < 0) {
            findings.add(line, header.id() + 1, () -> unknown(bytes, from, to));
            return -1;
        }
        next = position + 1;
        if (lines[position] != 0) {
            findings.add(
                    line,
                    header.id() + 1,
                    () -> "id " + Excerpt.of(subjects.id(position)) + " appears twice, lines " + lines[position]
                            + " and " + line);
            return -1;
        }
        lines[position] = (int) Math.min(line, Integer.MAX_VALUE);
        return position;
    }

    /// Tells what is wrong with the id and with the cells of a row from `firstWrong` on.
    private void tellProblems(RowScanner row, int firstWrong) {
        int from = row.start(header.id());
        int to = row.end(header.id());
        place(row.bytes(), from, to, subjects.position(row.bytes(), from, to), row.line());
        for (int column = firstWrong; column < readers.length; column++) {
            var reader = readers[column];
            int cell = header.cells()[column];
            if (!reader.read(row.bytes(), row.start(cell), row.end(cell), 0)) {
                findings.add(row.line(), cell + 1, () -> reader.problem(row.bytes(), row.start(cell), row.end(cell)));
            }
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
            int position = subjects.position(row.bytes(), row.start(header.id()), row.end(header.id()));
            if (position >= 0 && lines[position] == 0) {
                place(row.bytes(), 0, 0, position, row.line());
            }
        }
    }

    private String unknown(byte[] bytes, int from, int to) {
        if (from == to) {
            return "the id is empty";
        }
        var id = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return "unknown id " + Excerpt.of(bytes, from, to) + ": " + whyUnknown(id);
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
