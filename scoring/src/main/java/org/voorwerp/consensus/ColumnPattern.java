package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// Finds the columns of a table of votes by a pattern of their names.
final class ColumnPattern {

    /// Stands for the class in a pattern.
    static final String CLASS = "{class}";

    private ColumnPattern() {}

    /// Class → column.
    ///
    /// @throws ConsensusException if for a class there is no column of the pattern, or more than one
    static Map<String, String> columns(Path file, String pattern, List<String> classes) throws IOException {
        try (var table = Table.open(file)) {
            return columns(table.columns(), pattern, classes);
        } catch (TableException e) {
            throw ConsensusException.of(e);
        }
    }

    /// The same of the columns of a table.
    ///
    /// @throws TableException likewise
    static Map<String, String> columns(List<String> named, String pattern, List<String> classes) {
        var columns = new LinkedHashMap<String, String>();
        for (var name : classes) {
            columns.put(name, column(named, pattern, name));
        }
        return columns;
    }

    private static String column(List<String> columns, String pattern, String name) {
        var named = pattern.replace(CLASS, name);
        var form = Arrays.stream(named.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        var found = columns.stream().filter(column -> column.matches(form)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new TableException(Finding.ofLine(
                1,
                found.isEmpty()
                        ? "no column is called as " + Excerpt.of(named) + "; there are " + Excerpt.list(columns, 50)
                        : "for " + Excerpt.of(name) + " there are several columns: " + Excerpt.list(found, 20)));
    }
}
