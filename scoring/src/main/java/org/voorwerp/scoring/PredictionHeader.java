package org.voorwerp.scoring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.voorwerp.table.Blanks;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.RowScanner;
import org.voorwerp.table.TableException;

/// Where each expected column stands in a prediction file.
///
/// @param id the cell that holds the id, from 0
/// @param cells for each column of the task kind the cell that holds it
record PredictionHeader(int id, int[] cells) {

    private static final int SHOWN = 40;

    /// Reads the header from the first row of a file.
    ///
    /// @throws TableException if it is not the one expected, saying what was, and what may have gone wrong
    static PredictionHeader read(
            RowScanner row, List<PredictionColumn> columns, SubjectIndex subjects, String idColumn) {
        var expected = new ArrayList<String>();
        expected.add(idColumn);
        columns.forEach(column -> expected.add(column.name()));
        var found = names(row);
        if (found.size() != expected.size() || !new HashSet<>(found).equals(new HashSet<>(expected))) {
            throw new TableException(Finding.ofLine(row.line(), problem(expected, found, subjects)));
        }
        var cells = columns.stream().mapToInt(column -> found.indexOf(column.name()));
        return new PredictionHeader(found.indexOf(idColumn), cells.toArray());
    }

    private static List<String> names(RowScanner row) {
        var names = new ArrayList<String>();
        for (int cell = 0; cell < row.cells(); cell++) {
            int start = Blanks.start(row.bytes(), row.start(cell), row.end(cell));
            int end = Blanks.end(row.bytes(), start, row.end(cell));
            names.add(new String(row.bytes(), start, end - start, StandardCharsets.UTF_8));
        }
        return names;
    }

    private static String problem(List<String> expected, List<String> found, SubjectIndex subjects) {
        var missing = new ArrayList<>(expected);
        missing.removeAll(found);
        var unexpected = new ArrayList<>(found);
        unexpected.removeAll(expected);
        var twice = new ArrayList<String>();
        for (var name : expected) {
            if (found.indexOf(name) != found.lastIndexOf(name)) {
                twice.add(name);
            }
        }
        return "the header must be " + Excerpt.list(expected, SHOWN) + " in any order, but is "
                + Excerpt.list(found, SHOWN)
                + part("missing", missing)
                + part("not expected", unexpected)
                + part("there twice", twice)
                + hint(missing, unexpected, found, subjects);
    }

    private static String part(String what, List<String> names) {
        return names.isEmpty() ? "" : "; " + what + ": " + Excerpt.list(names, SHOWN);
    }

    private static String hint(
            List<String> missing, List<String> unexpected, List<String> found, SubjectIndex subjects) {
        var first = found.getFirst();
        if (first.indexOf('\0') >= 0) {
            return ". The file seems to be UTF-16: save it as UTF-8";
        }
        if (found.size() == 1 && first.matches("(?s).*[;\t|].*")) {
            var separator = first.indexOf(';') >= 0 ? "semicolons" : first.indexOf('\t') >= 0 ? "tabs" : "bars";
            return ". The columns seem to be separated by " + separator + ": separate them by commas";
        }
        if (found.stream().anyMatch(cell -> subjects.position(cell) >= 0)) {
            return ". The first line seems to be data already: write a header line before it";
        }
        if (first.isEmpty() || first.startsWith("Unnamed: ")) {
            return ". The column without a name seems to be the index that pandas or R puts in front:"
                    + " write it with index=False (R: row.names = FALSE)";
        }
        if (unexpected.stream().anyMatch(name -> missing.stream().anyMatch(name::equalsIgnoreCase))) {
            return ". Upper and lower case matter";
        }
        return "";
    }
}
