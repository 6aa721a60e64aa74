package org.voorwerp.server.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// A file of answers as other platforms have it: delimited somehow, with a header or without, with ids or in the order
/// of
/// the test subjects.
///
/// @param form how the file is written
/// @param columns names of all columns; made up where the file has no header
/// @param rows their cells
record AnswerTable(Form form, List<String> columns, List<List<String>> rows) {

    private static final long LARGEST = 512L << 20;
    private static final List<String> ID_NAMES = List.of(
            "id", "ids", "index", "row_id", "rowid", "image_id", "imageid", "sample_id", "sampleid", "filename");

    /// How a file is written.
    ///
    /// @param name of the file
    /// @param id the column of ids; -1 where rows stand in the order of the test subjects
    record Form(String name, char delimiter, boolean header, int id) {}

    static AnswerTable read(Path file) throws IOException, NotImported {
        var name = String.valueOf(file.getFileName());
        if (Files.size(file) > LARGEST) {
            throw new NotImported(name + " has more than " + (LARGEST >> 20) + " MiB");
        }
        var text = decoded(name, file);
        char delimiter = delimiter(name, text);
        var rows = rows(text, delimiter, name);
        int width = rows.getFirst().size();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != width) {
                throw new NotImported(name + ", row " + (i + 1) + ": it has "
                        + rows.get(i).size() + " cells, the first row has " + width);
            }
        }
        boolean header = isHeader(rows);
        var columns = header
                ? rows.getFirst().stream().map(String::strip).toList()
                : IntStream.range(0, width)
                        .mapToObj(c -> width == 1 ? "label" : "value_" + (c + 1))
                        .toList();
        if (new HashSet<>(columns).size() < width || columns.contains("")) {
            throw new NotImported(name + " has columns without a name, or two of one name");
        }
        var data = header ? rows.subList(1, rows.size()) : rows;
        if (data.isEmpty()) {
            throw new NotImported(name + " has no rows");
        }
        return new AnswerTable(new Form(name, delimiter, header, idColumn(columns, data, header)), columns, data);
    }

    private static String decoded(String name, Path file) throws IOException, NotImported {
        try {
            return Files.readString(file).replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new NotImported(name + " is no text in UTF-8: answers are read from delimited files only");
        }
    }

    private static char delimiter(String name, String text) {
        var first = text.lines().findFirst().orElse("");
        if (name.toLowerCase(Locale.ROOT).endsWith(".tsv") || first.indexOf('\t') >= 0) {
            return '\t';
        }
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        if (first.indexOf(';') >= 0) {
            return ';';
        }
        return first.strip().indexOf(' ') >= 0 && !name.toLowerCase(Locale.ROOT).endsWith(".csv") ? ' ' : ',';
    }

    private static List<List<String>> rows(String text, char delimiter, String name) throws IOException, NotImported {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(delimiter == ' ')
                .get();
        var rows = new ArrayList<List<String>>();
        var lines = delimiter == ' ' ? text.lines().map(String::strip).collect(Collectors.joining("\n")) : text;
        try (var parser = CSVParser.parse(new StringReader(lines), format)) {
            for (var row : parser) {
                rows.add(row.toList());
            }
        } catch (UncheckedIOException e) {
            throw new NotImported(name + " cannot be read: " + e.getMessage());
        }
        if (rows.isEmpty()) {
            throw new NotImported(name + " is empty");
        }
        return rows;
    }

    /// A first row is a header if none of its cells is a number or comes again below it in its column.
    private static boolean isHeader(List<List<String>> rows) {
        if (rows.size() < 2 || rows.getFirst().stream().anyMatch(AnswerTable::isNumber)) {
            return false;
        }
        for (int c = 0; c < rows.getFirst().size(); c++) {
            int column = c;
            var name = rows.getFirst().get(c);
            if (rows.stream().skip(1).anyMatch(row -> row.get(column).equals(name))) {
                return false;
            }
        }
        return true;
    }

    private static int idColumn(List<String> columns, List<List<String>> rows, boolean header) {
        if (!header || columns.size() < 2) {
            return -1;
        }
        for (int c = 0; c < columns.size(); c++) {
            if (ID_NAMES.contains(columns.get(c).toLowerCase(Locale.ROOT)) && isUnique(rows, c)) {
                return c;
            }
        }
        return isUnique(rows, 0)
                        && rows.stream().anyMatch(row -> !row.getFirst().contains("."))
                ? 0
                : -1;
    }

    private static boolean isUnique(List<List<String>> rows, int column) {
        var seen = new HashSet<String>();
        return rows.stream().allMatch(row -> !row.get(column).isBlank() && seen.add(row.get(column)));
    }

    static boolean isNumber(String cell) {
        try {
            return Double.isFinite(Double.parseDouble(cell.strip()))
                    && !cell.strip().matches(".*[dDfFxX]$|0[xX].*");
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// The id of a row: its cell, or its number from 1.
    String id(int row) {
        return form.id() < 0
                ? Integer.toString(row + 1)
                : rows.get(row).get(form.id()).strip();
    }

    /// What a row is called by participants: `id` where the file does not say.
    String idName() {
        return form.id() < 0 ? "id" : columns.get(form.id());
    }

    /// The columns but the ids and those left out.
    List<Integer> targets(List<String> without) {
        return IntStream.range(0, columns.size())
                .filter(c -> c != form.id() && !without.contains(columns.get(c)))
                .boxed()
                .toList();
    }
}
