package org.voorwerp.scoring;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Findings;
import org.voorwerp.table.RowScanner;
import org.voorwerp.table.TableException;
import org.voorwerp.table.block.LineBlock;
import org.voorwerp.table.index.TextBatch;

/// Puts the rows of a prediction file in the places of their subjects, and finds what is wrong with them.
///
/// Rows come in blocks in which all is right, see [#keep]; or one by one, see [#accept]. Of the latter those whose
/// cells are right wait in a batch until their ids are looked up together. A row with a wrong cell first has the
/// batch before it finished, so that findings come in the order of the file.
///
/// The cells of blocks are put in their places at once, or wait in the order of the file until no more blocks come, see
/// [#orderLater()].
final class PredictionRows {

    private static final int TOGETHER = 256;

    /// How many rows more than there are subjects are read: each is a finding and may show what went wrong, but
    /// they must leave room to say that there are too many.
    private static final int SLACK = Findings.LIMIT / 2;

    private final TaskKind kind;
    private final SubjectIndex subjects;
    private final PredictionHeader header;
    private final Findings findings;
    private final boolean orderLater;
    private final CellReader[] readers;
    private final Predictions staged;

    private final FirstLines lines;

    private final TextBatch batch = new TextBatch(TOGETHER);
    private final long[] batchLines = new long[TOGETHER];
    private int next;
    private long count;
    private long nextLine;

    /// @param nextLine the line behind the header, from 1
    /// @param orderLater whether the cells of blocks wait until there are no more
    PredictionRows(
            TaskKind kind,
            SubjectIndex subjects,
            PredictionHeader header,
            Findings findings,
            long nextLine,
            boolean orderLater) {
        this.kind = kind;
        this.subjects = subjects;
        this.header = header;
        this.findings = findings;
        this.nextLine = nextLine;
        this.orderLater = orderLater;
        readers = kind.columns().stream()
                .map(column -> CellReader.of(column, subjects.size()))
                .toArray(CellReader[]::new);
        lines = new FirstLines(subjects.size());
        for (var reader : readers) {
            reader.stage(TOGETHER);
        }
        staged = new Predictions(Arrays.stream(readers).map(CellReader::staged).toList());
    }

    /// The line that follows the blocks kept so far.
    long nextLine() {
        return nextLine;
    }

    /// A reader of blocks for these rows.
    PredictionBlock block(LineBlock block, int longestRow) {
        var own = Arrays.stream(readers).map(CellReader::another).toList();
        return new PredictionBlock(block, this, kind, subjects, header, longestRow, own);
    }

    /// Whether the cells of blocks wait in the order of the file, to be put in their places column by column: one
    /// column
    /// stays near the processor; many at a time do not, and the place of every cell would have to be waited for.
    boolean orderLater() {
        return orderLater;
    }

    /// Takes note of a block whose rows are right and whose cells are in their places, unless they wait.
    ///
    /// @return false if there would be too many rows
    boolean keep(PredictionBlock block) {
        if (count + block.size() > mostRows()) {
            return false;
        }
        int[] positions = block.positions();
        for (int row = 0; row < block.size(); row++) {
            meet(positions[row], nextLine + block.line(row));
        }
        // Where a subject appears twice there may be more rows than places, and nothing is accepted anyway.
        if (orderLater && findings.isEmpty()) {
            int from = Math.toIntExact(count);
            block.readers().forEach(reader -> reader.keep(from, block.size()));
        }
        count += block.size();
        nextLine += block.lineCount();
        return true;
    }

    /// Puts the cells that wait in their places. No blocks may follow.
    void endBlocks() {
        if (orderLater && findings.isEmpty()) {
            int rows = Math.toIntExact(count);
            Arrays.stream(readers).parallel().forEach(reader -> reader.order(lines.order(), rows));
        }
    }

    private long mostRows() {
        return (long) subjects.size() + SLACK;
    }

    /// What was read; complete if there are no findings after [#finish()].
    Predictions predictions() {
        return new Predictions(Arrays.stream(readers).map(CellReader::cells).toList());
    }

    /// Takes the present row of the file.
    ///
    /// @throws TableException if it is one too many
    void accept(RowScanner row) {
        if (count == mostRows()) {
            throw new TableException(Finding.ofLine(
                    row.line(),
                    "there are more rows than the " + subjects.size() + " test subjects; reading stopped here"));
        }
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
        if (batch.size() == TOGETHER) {
            flush();
        }
    }

    /// Says what can only be said at the end of the file: which ids are missing.
    void finish() {
        flush();
        if (lines.areAllMet()) {
            return;
        }
        int missing = 0;
        int first = -1;
        for (int position = subjects.size() - 1; position >= 0; position--) {
            if (!lines.isMet(position)) {
                missing++;
                first = position;
            }
        }
        var ids = missing == 1 ? "1 id is missing: " : missing + " ids are missing, the first is ";
        findings.add(Finding.ofFile(
                (count == 0 ? "there are no rows after the header: " : "") + ids + Excerpt.of(subjects.id(first))));
    }

    /// Looks up the ids of the batch and puts its rows in their places.
    void flush() {
        subjects.lookUp(batch, next);
        int[] positions = batch.positions();
        for (int i = 0; i < batch.size(); i++) {
            int position = place(batch.bytes(), batch.start(i), batch.end(i), positions[i], batchLines[i]);
            positions[i] = position;
            var problem = position < 0 ? null : kind.check(staged, i);
            if (problem != null) {
                findings.add(Finding.ofLine(batchLines[i], problem));
            }
        }
        for (var reader : readers) {
            reader.keep(positions, batch.size());
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
        return meet(position, line) ? position : -1;
    }

    /// @return false if the subject was met before
    private boolean meet(int position, long line) {
        boolean first = lines.meet(position, line);
        if (!first) {
            tellTwice(position, line);
        }
        return first;
    }

    private void tellTwice(int position, long line) {
        findings.add(
                line,
                header.id() + 1,
                () -> "id " + Excerpt.of(subjects.id(position)) + " appears twice, lines " + lines.line(position)
                        + " and " + line);
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
            if (position >= 0 && !lines.isMet(position)) {
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
