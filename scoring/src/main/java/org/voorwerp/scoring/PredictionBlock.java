package org.voorwerp.scoring;

import java.util.Arrays;
import java.util.List;
import org.voorwerp.table.EightBytes;
import org.voorwerp.table.block.BlocksInOrder;
import org.voorwerp.table.block.LineBlock;
import org.voorwerp.table.index.TextBatch;

/// Reads a block of a prediction file the quick way, in which there is nothing to say: as long as no cell is in
/// quotes, every cell is right and every id known. A block for which that is not so is left to the exact way, see
/// [PredictionRows#accept], so that what is said of a file is said in one place.
final class PredictionBlock implements BlocksInOrder.Reader {

    private final LineBlock block;
    private final PredictionRows rows;
    private final TaskKind kind;
    private final SubjectIndex subjects;
    private final int idCell;
    private final int longestRow;
    private final List<CellReader> readers;

    /// The reader of each cell of a row; where the id stands, any.
    private final CellReader[] ofCell;

    private final TextBatch ids;
    private int[] lines = new int[1 << 8];
    private int size;
    private int lineCount;
    private boolean right;

    /// @param readers those of the task kind's columns, each with a stage of its own
    PredictionBlock(
            LineBlock block,
            PredictionRows rows,
            TaskKind kind,
            SubjectIndex subjects,
            PredictionHeader header,
            int longestRow,
            List<CellReader> readers) {
        this.block = block;
        this.rows = rows;
        this.kind = kind;
        this.subjects = subjects;
        this.idCell = header.id();
        this.longestRow = longestRow;
        this.readers = readers;
        ofCell = new CellReader[readers.size() + 1];
        ofCell[idCell] = readers.getFirst();
        for (int column = 0; column < readers.size(); column++) {
            ofCell[header.cells()[column]] = readers.get(column);
        }
        ids = new TextBatch(lines.length);
        readers.forEach(reader -> reader.stage(lines.length));
    }

    @Override
    public LineBlock block() {
        return block;
    }

    /// Puts the cells in their places, too, unless all are put there later, although blocks before this one may
    /// not be kept yet: a place is written to by another block only if a subject appears twice, and then the file
    /// is refused.
    @Override
    public void read() {
        right = !block.isUnbroken() && readRows() && areKnown() && areConsistent();
        if (right && !rows.orderLater()) {
            readers.forEach(reader -> reader.keep(ids.positions(), size));
        }
    }

    @Override
    public boolean keep() {
        return right && rows.keep(this);
    }

    int size() {
        return size;
    }

    /// How many lines the block has, empty ones too.
    int lineCount() {
        return lineCount;
    }

    /// The block's own readers, which have its cells staged.
    List<CellReader> readers() {
        return readers;
    }

    /// In which line of the block a row stands, from 0.
    int line(int row) {
        return lines[row];
    }

    /// The position of each row's subject.
    int[] positions() {
        return ids.positions();
    }

    private boolean readRows() {
        byte[] bytes = block.bytes();
        int end = block.end();
        ids.over(bytes);
        size = 0;
        lineCount = 0;
        for (int at = 0, next; at < end; at = next, lineCount++) {
            next = EightBytes.lineEnd(bytes, at);
            if (next < 0) {
                next = readRow(bytes, at);
                if (next < 0 || next - at > longestRow) {
                    return false;
                }
            }
        }
        return true;
    }

    /// @return where the next row begins; -1 if this one is not right
    private int readRow(byte[] bytes, int start) {
        if (size == lines.length) {
            grow();
        }
        int at = start;
        for (int cell = 0; cell < ofCell.length; cell++) {
            if (cell > 0 && bytes[at++] != ',') {
                return -1;
            }
            int end = cell == idCell ? EightBytes.cellEnd(bytes, at) : ofCell[cell].read(bytes, at, size);
            if (end < 0) {
                return -1;
            }
            if (cell == idCell) {
                ids.addRange(at, end);
            }
            at = end;
        }
        lines[size++] = lineCount;
        return EightBytes.lineEnd(bytes, at);
    }

    private boolean areKnown() {
        if (size == 0) {
            return true;
        }
        int first = subjects.position(block.bytes(), ids.start(0), ids.end(0));
        subjects.lookUp(ids, first < 0 ? subjects.size() : first);
        for (int row = 0; row < size; row++) {
            if (ids.position(row) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean areConsistent() {
        var staged = new Predictions(readers.stream().map(CellReader::staged).toList());
        for (int row = 0; row < size; row++) {
            if (kind.check(staged, row) != null) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        lines = Arrays.copyOf(lines, 2 * lines.length);
        readers.forEach(reader -> reader.stage(lines.length));
    }
}
