package org.voorwerp.scoring.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.table.Decimal;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.RowScanner;
import org.voorwerp.table.TableException;
import org.voorwerp.table.block.BlocksInOrder;
import org.voorwerp.table.block.LineBlocks;
import org.voorwerp.table.index.TextIndexBuilder;

/// A file of ids in the first column and numbers in all others, read on all processors.
final class NumberTable {

    /// For the estimate of how many rows the file has, a little more than the first rows suggest.
    private static final double MARGIN = 1.01;

    private final TextIndexBuilder ids = new TextIndexBuilder();
    private final double[][] numbers;
    private final long bytes;
    private int size;
    private long nextLine;

    private NumberTable(int columns, long bytes, long nextLine) {
        numbers = new double[columns][0];
        this.bytes = bytes;
        this.nextLine = nextLine;
    }

    /// @param columns how many there are besides the id
    /// @throws TableException if a cell holds no number, or a row has too many cells or too few
    static NumberTable read(Path file, int columns) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var row = new RowScanner(in, PlainTruth.LONGEST_ROW, 1 << 13);
            row.next();
            var table = new NumberTable(columns, Files.size(file), row.nextLine());
            var blocks = new LineBlocks(row.rest(), LineBlocks.SIZE);
            var threads = Runtime.getRuntime().availableProcessors();
            var rest =
                    new BlocksInOrder<>(blocks, threads, () -> new NumberBlock(blocks.block(), table, columns)).run();
            if (rest != null) {
                table.readExactly(RowScanner.resumed(rest, PlainTruth.LONGEST_ROW, table.nextLine));
            }
            return table;
        }
    }

    /// The ids; asked for once.
    ///
    /// @throws TableException if one is empty or appears twice
    SubjectIndex subjects() {
        try {
            return SubjectIndex.of(ids);
        } catch (IllegalArgumentException e) {
            throw new TableException(Finding.ofFile("the ids are wrong: " + e.getMessage()));
        }
    }

    /// The numbers, `[column][row]`.
    double[][] numbers() {
        for (int column = 0; column < numbers.length; column++) {
            numbers[column] = Arrays.copyOf(numbers[column], size);
        }
        return numbers;
    }

    /// Keeps a block that could be read.
    void keep(NumberBlock block) {
        if (size == 0 && block.size() > 0) {
            reserve((int) Math.min(bytes, (long) (MARGIN * bytes / block.block().end() * block.size())));
        }
        reserve(size + block.size());
        ids.addAll(block.ids());
        for (int column = 0; column < numbers.length; column++) {
            System.arraycopy(block.numbers(column), 0, numbers[column], size, block.size());
        }
        size += block.size();
        nextLine += block.lineCount();
    }

    private void readExactly(RowScanner row) throws IOException {
        while (row.next()) {
            if (row.cells() != numbers.length + 1) {
                throw new TableException(Finding.ofLine(
                        row.line(), "expected " + (numbers.length + 1) + " cells, found " + row.cells()));
            }
            reserve(size + 1);
            ids.add(row.bytes(), row.start(0), row.end(0));
            for (int column = 0; column < numbers.length; column++) {
                numbers[column][size] = number(row, column + 1);
            }
            size++;
        }
    }

    private static double number(RowScanner row, int cell) {
        double number = Decimal.parse(row.bytes(), row.start(cell), row.end(cell));
        if (Double.isNaN(number)) {
            throw new TableException(new Finding(
                    row.line(),
                    cell + 1,
                    Excerpt.of(row.bytes(), row.start(cell), row.end(cell)) + " "
                            + Decimal.problem(row.bytes(), row.start(cell), row.end(cell))));
        }
        return number;
    }

    private void reserve(int rows) {
        if (numbers[0].length >= rows) {
            return;
        }
        int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(rows, numbers[0].length * 3L / 2));
        ids.reserve(capacity);
        for (int column = 0; column < numbers.length; column++) {
            numbers[column] = Arrays.copyOf(numbers[column], capacity);
        }
    }
}
