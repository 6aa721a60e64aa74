package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionColumn.TextColumn;
import org.voorwerp.scoring.PredictionFile.Accepted;
import org.voorwerp.scoring.PredictionFile.Reading;
import org.voorwerp.scoring.PredictionFile.Rejected;
import org.voorwerp.table.Decimal;
import org.voorwerp.table.Findings;

/// A second reader of prediction files, slow and plain: Apache Commons CSV takes the file apart,
/// [Double#parseDouble] reads numbers, maps find ids. [PredictionFile] must give the same values bit for bit,
/// or find problems in the same places.
///
/// Every byte is taken for a character (Latin-1), so that it also says what happens to bytes that are not
/// UTF-8.
final class ObviousReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    /// Commons CSV lets these stand between a closing quote and the next comma; we do not.
    private static final Pattern ODD_BLANK_AFTER_QUOTE = Pattern.compile("\"[ \t]*[\\x0b\\x0c\\x1c-\\x1f]");

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private static final Pattern NO_TEXT = Pattern.compile(
            "(?s)(\u00ff\u00fe|\u00fe\u00ff|\0|.\0|\u001f\u008b|\\(\u00b5\u002f\u00fd|PK\u0003\u0004|PAR1).*");

    private final TaskKind kind;
    private final Set<String> ids;
    private final List<String> places = new ArrayList<>();
    private final Map<String, double[]> rows = new LinkedHashMap<>();

    private ObviousReader(TaskKind kind, List<String> ids) {
        this.kind = kind;
        this.ids = new LinkedHashSet<>(ids.stream().map(ObviousReader::asBytes).toList());
    }

    /// Fails if [PredictionFile], reading `blockSize` bytes at once, does not agree about a file.
    ///
    /// @return whether the file is accepted
    static boolean assertAgrees(byte[] file, TaskKind kind, SubjectIndex subjects, int blockSize) throws IOException {
        int longestRow = PredictionFile.longestRow(kind, subjects, "id");
        var reading = PredictionFile.read(new ByteArrayInputStream(file), kind, subjects, "id", 1, blockSize, false);
        for (int size : new int[] {blockSize, Math.max(blockSize, 2 * longestRow)}) {
            for (int threads : new int[] {1, 3}) {
                for (boolean orderLater : new boolean[] {false, true}) {
                    var in = new ByteArrayInputStream(file);
                    assertSame(reading, PredictionFile.read(in, kind, subjects, "id", threads, size, orderLater));
                }
            }
        }
        var text = new String(file, StandardCharsets.ISO_8859_1);
        boolean mayBeTooLong = text.length() > longestRow
                && (text.contains("\"") || LINE_BREAK.splitAsStream(text).anyMatch(line -> line.length() > longestRow));
        if (mayBeTooLong || ODD_BLANK_AFTER_QUOTE.matcher(text).find()) {
            return reading instanceof Accepted;
        }
        var obvious = new ObviousReader(kind, subjects.ids());
        boolean apart = obvious.read(text);
        switch (reading) {
            case Accepted(var predictions) -> {
                assertEquals(List.of(), obvious.places, "found by Commons CSV, but accepted");
                for (int column = 0; column < kind.columns().size(); column++) {
                    assertArrayEquals(obvious.column(column), column(predictions, column));
                }
            }
            case Rejected(var findings, var count) -> {
                var found =
                        findings.stream().map(f -> f.line() + ":" + f.column()).toList();
                assertEquals(obvious.places.size(), count, findings::toString);
                // Where a file cannot be taken apart, Commons CSV does not say in which cell.
                int comparable = apart ? found.size() : Math.min(found.size(), obvious.places.size() - 1);
                assertEquals(obvious.places.subList(0, comparable), found.subList(0, comparable), findings::toString);
            }
        }
        return reading instanceof Accepted;
    }

    /// Neither the number of threads nor the size of blocks may show, not even in a message.
    private static void assertSame(Reading expected, Reading actual) {
        if (expected instanceof Accepted(var predictions) && actual instanceof Accepted(var others)) {
            for (int column = 0; column < predictions.columns().size(); column++) {
                assertArrayEquals(column(predictions, column), column(others, column));
            }
        } else {
            assertEquals(expected, actual);
        }
    }

    /// Fails if [Decimal] does not agree about a number that stands alone, nor in a row.
    static void assertAgrees(byte[] cell) {
        var column = new NumberColumn("x", -Double.MAX_VALUE, Double.MAX_VALUE);
        double expected = value(column, new String(cell, StandardCharsets.ISO_8859_1));
        var around = ("1" + new String(cell, StandardCharsets.ISO_8859_1) + "1").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(expected, Decimal.parse(around, 1, around.length - 1));
        assertAgreesInARow(cell, expected);
        if (Double.isNaN(expected)) {
            assertTrue(Decimal.problem(around, 1, around.length - 1).startsWith("is "));
        }
    }

    private static void assertAgreesInARow(byte[] cell, double expected) {
        for (byte b : cell) {
            if (b == ',' || b == '\n' || b == '\r' || b == '"') {
                return;
            }
        }
        for (var end : List.of(",", "\n", "\r\n")) {
            var row = (new String(cell, StandardCharsets.ISO_8859_1) + end + "12345678")
                    .getBytes(StandardCharsets.ISO_8859_1);
            var read = new double[] {Double.NaN};
            assertEquals(Double.isNaN(expected) ? -1 : cell.length, Decimal.read(row, 0, read, 0));
            assertEquals(expected, read[0]);
        }
    }

    private static double[] column(Predictions predictions, int column) {
        return switch (predictions.columns().get(column)) {
            case Predictions.NumberCells(var values) -> values;
            case Predictions.ClassCells(var indices) ->
                Arrays.stream(indices).asDoubleStream().toArray();
            case Predictions.TextCells(var texts) ->
                texts.stream().mapToDouble(String::hashCode).toArray();
        };
    }

    private double[] column(int column) {
        return ids.stream()
                .mapToDouble(id -> Objects.requireNonNull(rows.get(id))[column])
                .toArray();
    }

    /// @return false if the file cannot be taken apart
    private boolean read(String text) throws IOException {
        if (NO_TEXT.matcher(text).matches()) {
            places.add("0:0");
            return true;
        }
        var rest = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        try (var parser = CSVParser.parse(new StringReader(rest), CSVFormat.RFC4180)) {
            readRows(parser, rest);
            return true;
        } catch (UncheckedIOException _) {
            places.add("somewhere");
            return false;
        }
    }

    private void readRows(CSVParser parser, String text) {
        List<String> header = null;
        int count = 0;
        int before = 0;
        long line = 1;
        for (var row : parser) {
            int start = (int) row.getCharacterPosition();
            line += lineBreaks(text.substring(before, start));
            before = start;
            if (row.size() == 1 && row.get(0).isEmpty() && text.charAt(start) != '"') {
                continue;
            }
            if (header == null) {
                header = row.stream().map(ObviousReader::trim).toList();
                if (!isRight(header)) {
                    places.add(line + ":0");
                    return;
                }
            } else if (count == ids.size() + Findings.LIMIT / 2) {
                places.add(line + ":0");
                return;
            } else {
                count++;
                readRow(row, header, line);
            }
        }
        if (header == null || !rows.keySet().containsAll(ids)) {
            places.add("0:0");
        }
    }

    private static long lineBreaks(String text) {
        return LINE_BREAK.matcher(text).results().count();
    }

    private boolean isRight(List<String> header) {
        var expected = new HashSet<String>(List.of("id"));
        kind.columns().forEach(column -> expected.add(asBytes(column.name())));
        return header.size() == expected.size() && expected.equals(new HashSet<>(header));
    }

    private void readRow(CSVRecord row, List<String> header, long line) {
        int idCell = header.indexOf("id");
        if (row.size() != header.size()) {
            places.add(line + ":0");
            if (idCell < row.size() && ids.contains(row.get(idCell))) {
                rows.putIfAbsent(row.get(idCell), new double[0]);
            }
            return;
        }
        int before = places.size();
        var id = row.get(idCell);
        var values = new double[kind.columns().size()];
        if (!ids.contains(id) || rows.putIfAbsent(id, values) != null) {
            places.add(line + ":" + (idCell + 1));
        }
        for (int column = 0; column < values.length; column++) {
            int cell = header.indexOf(asBytes(kind.columns().get(column).name()));
            values[column] = value(kind.columns().get(column), row.get(cell));
            if (Double.isNaN(values[column])) {
                places.add(line + ":" + (cell + 1));
            }
        }
        if (places.size() == before && !addsUp(values)) {
            places.add(line + ":0");
        }
    }

    private static double value(PredictionColumn column, String cell) {
        return switch (column) {
            case NumberColumn(var _, var min, var max) -> {
                boolean isNumber = NUMBER.matcher(trim(cell)).matches();
                double value = isNumber ? Double.parseDouble(trim(cell)) : Double.NaN;
                yield Double.isFinite(value) && value >= min && value <= max ? value : Double.NaN;
            }
            case ClassColumn(var _, var classes) -> {
                var known = classes.stream().map(ObviousReader::asBytes).toList();
                int index = known.contains(cell) ? known.indexOf(cell) : known.indexOf(trim(cell));
                yield index < 0 ? Double.NaN : index;
            }
            case TextColumn(var _, var longest) -> {
                try {
                    var text = StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(trim(cell).getBytes(StandardCharsets.ISO_8859_1)))
                            .toString();
                    yield text.codePoints().count() <= longest ? text.hashCode() : Double.NaN;
                } catch (CharacterCodingException e) {
                    yield Double.NaN;
                }
            }
        };
    }

    private boolean addsUp(double[] values) {
        return switch (kind) {
            case Probabilities _ -> {
                double sum = 0;
                for (var value : values) {
                    sum += value;
                }
                yield Math.abs(sum - 1) <= Probabilities.TOLERANCE;
            }
            case Labels _, Values _, Texts _ -> true;
        };
    }

    private static String trim(String cell) {
        return cell.replaceAll("^[ \t]+|[ \t]+$", "");
    }

    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
