package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Findings;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// A table with one row a subject, read whole and put in the order of the subjects' ids.
///
/// @param subjects ids, each once
/// @param texts cells of the columns asked for as text, `[column][row]`
/// @param numbers cells of the columns asked for as numbers, `[column][row]`
/// @param lines where each row stands in the file
/// @param textColumns where each column of `texts` stands in the file, from 0
/// @param numberColumns where each column of `numbers` stands in the file, from 0
record TableCells(
        List<String> subjects,
        String[][] texts,
        double[][] numbers,
        long[] lines,
        int[] textColumns,
        int[] numberColumns) {

    /// Reads some columns.
    ///
    /// @throws ConsensusException if a column is missing, a cell is no number, or a subject is missing or appears
    ///     twice
    static TableCells read(Path file, String subject, List<String> texts, List<String> numbers) throws IOException {
        try (var table = Table.open(file)) {
            return read(table, subject, texts, numbers);
        } catch (TableException e) {
            throw ConsensusException.of(e);
        }
    }

    private static TableCells read(Table table, String subject, List<String> texts, List<String> numbers) {
        int idColumn = table.column(subject);
        int[] textColumns = texts.stream().mapToInt(table::column).toArray();
        int[] numberColumns = numbers.stream().mapToInt(table::column).toArray();
        record Cells(String id, long line, String[] texts, double[] numbers) {}
        var rows = new ArrayList<Cells>();
        var firstLine = new HashMap<String, Long>();
        var findings = new Findings();
        EachRow.of(table, findings, row -> {
            var id = id(row, idColumn, firstLine);
            rows.add(new Cells(
                    id,
                    row.line(),
                    Arrays.stream(textColumns).mapToObj(row::get).toArray(String[]::new),
                    Arrays.stream(numberColumns).mapToDouble(row::number).toArray()));
        });
        if (findings.isEmpty() && rows.isEmpty()) {
            throw ConsensusException.of("the table has no rows");
        }
        ConsensusException.throwIfAny(findings);
        rows.sort(Comparator.comparing(Cells::id));
        return new TableCells(
                rows.stream().map(Cells::id).toList(),
                IntStream.range(0, texts.size())
                        .mapToObj(c -> rows.stream().map(row -> row.texts()[c]).toArray(String[]::new))
                        .toArray(String[][]::new),
                IntStream.range(0, numbers.size())
                        .mapToObj(c -> rows.stream()
                                .mapToDouble(row -> row.numbers()[c])
                                .toArray())
                        .toArray(double[][]::new),
                rows.stream().mapToLong(Cells::line).toArray(),
                textColumns,
                numberColumns);
    }

    /// What is wrong with a cell of `texts`.
    Finding atText(int column, int row, String message) {
        return new Finding(lines[row], textColumns[column] + 1, message);
    }

    /// What is wrong with a cell of `numbers`.
    Finding atNumber(int column, int row, String message) {
        return new Finding(lines[row], numberColumns[column] + 1, message);
    }

    private static String id(Row row, int column, HashMap<String, Long> firstLine) {
        var id = row.get(column).strip();
        if (id.isEmpty()) {
            throw row.problem(column, "the subject's id is empty");
        }
        var before = firstLine.putIfAbsent(id, row.line());
        if (before != null) {
            throw row.problem(column, "subject " + Excerpt.of(id) + " stands in line " + before + " already");
        }
        return id;
    }

    int size() {
        return subjects.size();
    }

    /// The rows as they stand in the file, so that findings come in its order.
    int[] inFileOrder() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingLong(row -> lines[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// A column asked for as text, its cells without blanks around them; null where none was asked for.
    @Nullable
    List<String> column(@Nullable String name, int column) {
        return name == null
                ? null
                : Arrays.stream(texts[column]).map(String::strip).toList();
    }
}
