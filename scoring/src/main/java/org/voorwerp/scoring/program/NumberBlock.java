package org.voorwerp.scoring.program;

import java.util.Arrays;
import org.voorwerp.table.Decimal;
import org.voorwerp.table.EightBytes;
import org.voorwerp.table.block.BlocksInOrder;
import org.voorwerp.table.block.LineBlock;
import org.voorwerp.table.index.TextBatch;

/// Reads a block of a [NumberTable], as long as no cell is in quotes and all hold numbers.
final class NumberBlock implements BlocksInOrder.Reader {

    private final LineBlock block;
    private final NumberTable table;
    private final double[][] numbers;
    private final TextBatch ids = new TextBatch(1 << 8);
    private int size;
    private int lineCount;
    private boolean right;

    NumberBlock(LineBlock block, NumberTable table, int columns) {
        this.block = block;
        this.table = table;
        numbers = new double[columns][1 << 8];
    }

    @Override
    public LineBlock block() {
        return block;
    }

    @Override
    public void read() {
        right = !block.isUnbroken() && readRows();
        if (right) {
            ids.prepare();
        }
    }

    @Override
    public boolean keep() {
        if (right) {
            table.keep(this);
        }
        return right;
    }

    int size() {
        return size;
    }

    int lineCount() {
        return lineCount;
    }

    TextBatch ids() {
        return ids;
    }

    double[] numbers(int column) {
        return numbers[column];
    }

    private boolean readRows() {
        byte[] bytes = block.bytes();
        ids.over(bytes);
        size = 0;
        lineCount = 0;
        for (int at = 0, next; at < block.end(); at = next, lineCount++) {
            next = EightBytes.lineEnd(bytes, at);
            if (next < 0) {
                next = readRow(bytes, at);
                if (next < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// @return where the next row begins; -1 if this one is not right
    private int readRow(byte[] bytes, int start) {
        if (size == numbers[0].length) {
            for (int column = 0; column < numbers.length; column++) {
                numbers[column] = Arrays.copyOf(numbers[column], 2 * size);
            }
        }
        int at = EightBytes.cellEnd(bytes, start);
        if (at >= 0) {
            ids.addRange(start, at);
        }
        for (int column = 0; column < numbers.length && at >= 0; column++) {
            at = bytes[at] == ',' ? Decimal.read(bytes, at + 1, numbers[column], size) : -1;
        }
        size++;
        return at < 0 ? -1 : EightBytes.lineEnd(bytes, at);
    }
}
