package org.voorwerp.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.voorwerp.table.Decimal;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.RowScanner;
import org.voorwerp.table.TableException;
import org.voorwerp.table.index.TextIndex;
import org.voorwerp.table.index.TextIndexBuilder;

/// The rows of a [TruthFile], read into columns.
final class TruthRows {

    private static final int LONGEST_ROW = 1 << 20;
    private static final int UNKNOWN = -1;
    private static final TextIndex WORDS =
            TextIndex.of(Stream.of(Part.values()).map(Part::word).toList());

    private final RowScanner row;
    private final TextIndexBuilder ids = new TextIndexBuilder();
    private final boolean labelled;
    private final boolean spoken;
    private final TextIndex classes;
    private Part[] parts = new Part[16];
    private int[] votes = new int[16];
    private int[] labels = new int[16];
    private String[] texts = new String[16];
    private double[][] numbers;
    private int size;

    /// Reads a file to its end.
    ///
    /// @param headers what the header line may be
    static TruthRows ofClasses(InputStream in, List<String> classes, List<List<String>> headers) throws IOException {
        return new TruthRows(in, classes, false, headers);
    }

    /// Reads a file to its end.
    static TruthRows ofNumbers(InputStream in, List<String> header) throws IOException {
        return new TruthRows(in, List.of(), false, List.of(header));
    }

    /// Reads a file to its end.
    static TruthRows ofTexts(InputStream in, List<String> header) throws IOException {
        return new TruthRows(in, List.of(), true, List.of(header));
    }

    private TruthRows(InputStream in, List<String> classes, boolean spoken, List<List<String>> headers)
            throws IOException {
        row = new RowScanner(in, LONGEST_ROW);
        labelled = !classes.isEmpty();
        this.spoken = spoken;
        this.classes = TextIndex.of(classes);
        numbers = new double[readHeader(headers) - firstNumber()][16];
        while (row.next()) {
            readRow();
        }
    }

    double[][] numbers() {
        return Arrays.stream(numbers).map(column -> Arrays.copyOf(column, size)).toArray(double[][]::new);
    }

    int[] labels() {
        return Arrays.copyOf(labels, size);
    }

    List<String> texts() {
        return Arrays.asList(Arrays.copyOf(texts, size));
    }

    Truth truth(Truth.Answers answers) {
        boolean counted = size > 0 && votes[0] != UNKNOWN;
        try {
            return new Truth(
                    SubjectIndex.of(ids),
                    Arrays.copyOf(parts, size),
                    counted ? Arrays.copyOf(votes, size) : null,
                    answers);
        } catch (IllegalArgumentException e) {
            throw new TableException(Finding.ofFile("the ids are wrong: " + e.getMessage()));
        }
    }

    private int firstNumber() {
        return labelled || spoken ? 4 : 3;
    }

    /// @return how many columns there are
    private int readHeader(List<List<String>> headers) throws IOException {
        var found = new ArrayList<String>();
        if (row.next()) {
            for (int cell = 0; cell < row.cells(); cell++) {
                found.add(text(cell));
            }
        }
        if (!headers.contains(found)) {
            throw new TableException(Finding.ofLine(
                    1,
                    "the columns " + Excerpt.list(found, 20) + " are not those of such a truth: "
                            + Excerpt.list(headers.getLast(), 20)));
        }
        return found.size();
    }

    private void readRow() {
        if (row.cells() != firstNumber() + numbers.length) {
            throw new TableException(Finding.ofLine(
                    row.line(), "expected " + (firstNumber() + numbers.length) + " cells, found " + row.cells()));
        }
        if (size == parts.length) {
            grow(size * 2);
        }
        ids.add(row.bytes(), row.start(0), row.end(0));
        parts[size] = Part.values()[position(WORDS, 1)];
        votes[size] = row.start(2) == row.end(2) ? UNKNOWN : (int) number(2);
        if ((votes[size] == UNKNOWN) != (votes[0] == UNKNOWN)) {
            throw problem(2, "votes are known of some subjects only");
        }
        if (labelled) {
            labels[size] = position(classes, 3);
        }
        if (spoken) {
            texts[size] = text(3);
        }
        for (int column = 0; column < numbers.length; column++) {
            numbers[column][size] = number(firstNumber() + column);
        }
        size++;
    }

    private void grow(int capacity) {
        parts = Arrays.copyOf(parts, capacity);
        votes = Arrays.copyOf(votes, capacity);
        labels = Arrays.copyOf(labels, capacity);
        texts = Arrays.copyOf(texts, capacity);
        for (int column = 0; column < numbers.length; column++) {
            numbers[column] = Arrays.copyOf(numbers[column], capacity);
        }
    }

    private int position(TextIndex words, int cell) {
        int position = words.position(row.bytes(), row.start(cell), row.end(cell));
        if (position < 0) {
            throw problem(cell, text(cell) + " is none of " + Excerpt.list(words.asList(), 20));
        }
        return position;
    }

    private double number(int cell) {
        double value = Decimal.parse(row.bytes(), row.start(cell), row.end(cell));
        if (Double.isNaN(value)) {
            throw problem(cell, Decimal.problem(row.bytes(), row.start(cell), row.end(cell)));
        }
        return value;
    }

    private TableException problem(int cell, String message) {
        return new TableException(new Finding(row.line(), cell + 1, message));
    }

    private String text(int cell) {
        return new String(row.bytes(), row.start(cell), row.end(cell) - row.start(cell), StandardCharsets.UTF_8);
    }
}
