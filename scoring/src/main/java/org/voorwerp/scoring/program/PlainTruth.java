package org.voorwerp.scoring.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;
import org.voorwerp.table.Decimal;
import org.voorwerp.table.Finding;
import org.voorwerp.table.RowScanner;
import org.voorwerp.table.TableException;
import org.voorwerp.table.index.TextIndexBuilder;

/// A truth as people keep it: a header, ids in the first column, then one column of classes or of texts, or columns of
/// numbers.
///
/// @param columns their names, the id's first
record PlainTruth(List<String> columns, SubjectIndex subjects, Answers answers) {

    static final int LONGEST_ROW = 1 << 16;

    private static final int LONGEST_TEXT = 10_000;

    /// Texts, if such are asked for; else numbers, if those of the first row are such; otherwise classes.
    ///
    /// @throws TableException if the file is none of these
    static PlainTruth read(Path file, boolean texts) throws IOException {
        List<String> columns;
        boolean numbers;
        try (var in = Files.newInputStream(file)) {
            var row = new RowScanner(in, LONGEST_ROW, 1 << 13);
            if (!row.next() || row.cells() < 2) {
                throw new TableException(
                        Finding.ofLine(1, "a header is expected: a column of ids, then one or more of the truth"));
            }
            columns = cells(row);
            numbers = row.next() && areNumbers(row);
        }
        if (texts || !numbers) {
            return readWords(file, columns, texts);
        }
        var table = NumberTable.read(file, columns.size() - 1);
        return new PlainTruth(
                columns, table.subjects(), new ValueAnswers(columns.subList(1, columns.size()), table.numbers()));
    }

    /// What is to be predicted, with the names that the columns have in the file of predictions: for one column of
    /// numbers, any.
    TaskKind kind(List<String> predicted) {
        return switch (answers) {
            case ClassAnswers(var classes, var _, var _) -> new Labels(columns.get(1), classes);
            case TextAnswers _ -> new Texts(columns.get(1), LONGEST_TEXT);
            case ValueAnswers(var names, var values) -> {
                var name = predicted.stream().filter(column -> !column.equals(columns.getFirst()));
                var expected = names.size() == 1 && predicted.size() == 2 ? name.toList() : names;
                boolean fractions = areFractions(values);
                yield new Values(expected.stream()
                        .map(column -> fractions ? new NumberColumn(column, 0, 1) : new NumberColumn(column))
                        .toList());
            }
        };
    }

    /// The names in the first line of a file.
    static List<String> header(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var row = new RowScanner(in, LONGEST_ROW, 1 << 13);
            return row.next() ? cells(row) : List.of();
        }
    }

    private static PlainTruth readWords(Path file, List<String> columns, boolean texts) throws IOException {
        if (columns.size() != 2) {
            throw new TableException(Finding.ofLine(
                    2, "expected a number in each cell after the id, or a single column of classes or texts"));
        }
        var ids = new TextIndexBuilder();
        var labels = new ArrayList<String>();
        try (var in = Files.newInputStream(file)) {
            var row = new RowScanner(in, LONGEST_ROW);
            row.next();
            while (row.next()) {
                if (row.cells() != 2) {
                    throw new TableException(Finding.ofLine(row.line(), "expected 2 cells, found " + row.cells()));
                }
                ids.add(row.bytes(), row.start(0), row.end(0));
                labels.add(cells(row).get(1));
            }
        }
        try {
            return new PlainTruth(
                    columns, SubjectIndex.of(ids), texts ? new TextAnswers(labels) : classAnswers(labels));
        } catch (IllegalArgumentException e) {
            throw new TableException(Finding.ofFile("the ids are wrong: " + e.getMessage()));
        }
    }

    private static ClassAnswers classAnswers(List<String> labels) {
        var classes = List.copyOf(new TreeSet<>(labels));
        var indices = new HashMap<String, Integer>();
        classes.forEach(name -> indices.put(name, indices.size()));
        return new ClassAnswers(classes, labels.stream().mapToInt(indices::get).toArray(), null);
    }

    private static List<String> cells(RowScanner row) {
        var cells = new ArrayList<String>();
        for (int cell = 0; cell < row.cells(); cell++) {
            cells.add(new String(row.bytes(), row.start(cell), row.end(cell) - row.start(cell), StandardCharsets.UTF_8)
                    .strip());
        }
        return cells;
    }

    private static boolean areNumbers(RowScanner row) {
        for (int cell = 1; cell < row.cells(); cell++) {
            if (Double.isNaN(Decimal.parse(row.bytes(), row.start(cell), row.end(cell)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areFractions(double[][] values) {
        for (var column : values) {
            for (double value : column) {
                if (!(value >= 0 && value <= 1)) {
                    return false;
                }
            }
        }
        return true;
    }
}
