package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionColumn.TextColumn;

/// Thousands of generated files, right and wrong, on which [PredictionFile] and [ObviousReader] must agree,
/// wherever the blocks end that are read at once.
class PredictionFileDifferenceTest {

    private static final int FILES = 10_000;

    private static final List<TaskKind> KINDS = List.of(
            new Values(List.of(new NumberColumn("p", 0, 1))),
            new Values(List.of(new NumberColumn("x"), new NumberColumn("a \"b\""), new NumberColumn("Größe, m"))),
            new Labels("letter", List.of("Α", "B", "a, b", "\"", "two\nlines", " ")),
            new Probabilities("p_", List.of("yes", "no", "maybe")),
            new Texts("text", 12));

    private static final List<String> JUNK = List.of(
            "",
            " ",
            "\"",
            "\"\"",
            "\"\"\"",
            "\" \" ",
            ",",
            ",,",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\t",
            "\ufeff",
            "\0",
            "x",
            "\"x\"y",
            "NaN",
            "1e999",
            "-1e999",
            "0x1p3",
            "1d",
            "1f",
            "0,5",
            "\"0,5\"",
            "1_0",
            "Infinity",
            "é",
            "𝟙",
            "\"a\nb\"",
            "'",
            ";",
            "--",
            "+",
            ".",
            "1e",
            "1e+",
            "1.5.",
            "id",
            "p",
            "1 2",
            "\u00a0",
            "\u000b");

    private final Random random = new Random(20_260_101);

    @Test
    void bothReadersAgreeOnEveryFile() throws IOException {
        int accepted = 0;
        for (int file = 0; file < FILES; file++) {
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var subjects = SubjectIndex.of(ids(random.nextInt(30)));
            var bytes = file(kind, subjects.ids(), random.nextInt(3));
            int blockSize = random.nextInt(4) == 0 ? 1 << 16 : random.nextInt(1, 80);
            if (ObviousReader.assertAgrees(bytes, kind, subjects, blockSize)) {
                accepted++;
            }
        }
        // A test in which all files are refused, or all accepted, would say little.
        assertTrue(accepted > FILES / 5 && accepted < FILES * 4 / 5, "accepted: " + accepted);
    }

    @Test
    void anyCutOfAFileIsReadAlike() throws IOException {
        var kind = KINDS.get(2);
        var subjects = SubjectIndex.of(ids(9));
        var bytes = file(kind, subjects.ids(), 0);
        for (int end = 0; end <= bytes.length; end++) {
            for (int blockSize = 1; blockSize < 12; blockSize++) {
                ObviousReader.assertAgrees(Arrays.copyOf(bytes, end), kind, subjects, blockSize);
            }
        }
    }

    @Test
    void everyPlaceOfAByteOfTroubleIsFoundAlike() throws IOException {
        var kind = KINDS.get(0);
        var subjects = SubjectIndex.of(ids(6));
        var bytes = file(kind, subjects.ids(), 0);
        for (int at = 0; at < bytes.length; at++) {
            for (byte trouble : "\",\n\r x\0é".getBytes(StandardCharsets.UTF_8)) {
                var damaged = bytes.clone();
                damaged[at] = trouble;
                ObviousReader.assertAgrees(damaged, kind, subjects, random.nextInt(1, 40));
            }
        }
    }

    @Test
    void longFilesOfLongRowsAreReadAlike() throws IOException {
        // Wider than any block of the other tests, and longer than the batch in which ids are looked up.
        var columns = IntStream.range(0, 60)
                .mapToObj(i -> new NumberColumn("column-" + i))
                .toList();
        var kind = new Values(columns);
        for (int draw = 0; draw < 4; draw++) {
            var subjects = SubjectIndex.of(ids(random.nextInt(200, 700)));
            var bytes = file(kind, subjects.ids(), random.nextInt(2));
            ObviousReader.assertAgrees(bytes, kind, subjects, 1 << 12);
        }
    }

    private List<String> ids(int count) {
        var style = random.nextInt(3);
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(
                    switch (style) {
                        case 0 -> Long.toString(587_722_981_736_120_347L + 37L * i);
                        case 1 -> "s" + i;
                        default -> JUNK.get(random.nextInt(10) + 1).replace("\t", "Ω") + i + (i % 3 == 0 ? "\"" : "");
                    });
        }
        Collections.shuffle(ids, random);
        return ids;
    }

    private byte[] file(TaskKind kind, List<String> ids, int slips) throws IOException {
        var order = new ArrayList<>(
                IntStream.rangeClosed(0, kind.columns().size()).boxed().toList());
        if (random.nextBoolean()) {
            Collections.shuffle(order, random);
        }
        var lineEnd = List.of("\n", "\r\n", "\r", "\r\r\n").get(random.nextInt(4));
        int quoting = random.nextInt(3);
        var lines = new ArrayList<String>();
        lines.add(line(header(kind), order, quoting));
        var rows = new ArrayList<>(ids);
        if (random.nextBoolean()) {
            Collections.shuffle(rows, random);
        }
        rows.forEach(id -> lines.add(line(row(kind, id), order, quoting)));
        for (int slip = 0; slip < slips; slip++) {
            slipIn(lines, random.nextInt(lines.size()));
        }
        var text = String.join(lineEnd, lines) + (random.nextBoolean() ? lineEnd : "");
        var out = new ByteArrayOutputStream();
        out.write((random.nextInt(4) == 0 ? "\ufeff" + text : text).getBytes(StandardCharsets.UTF_8));
        var bytes = out.toByteArray();
        if (slips > 1 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void slipIn(List<String> lines, int line) {
        var text = lines.get(line);
        switch (random.nextInt(6)) {
            case 0 -> lines.set(line, lines.getLast());
            case 1 -> lines.add(random.nextInt(lines.size() + 1), text);
            case 2 -> lines.add(line, "");
            case 3 -> {
                for (int copy = 0; copy < 40; copy++) {
                    lines.add(text);
                }
            }
            default -> {
                int from = random.nextInt(text.length() + 1);
                int to = Math.min(text.length(), from + random.nextInt(5));
                lines.set(line, text.substring(0, from) + junk() + text.substring(to));
            }
        }
    }

    private String junk() {
        return JUNK.get(random.nextInt(JUNK.size()));
    }

    private static List<String> header(TaskKind kind) {
        var header = new ArrayList<>(List.of("id"));
        kind.columns().forEach(column -> header.add(column.name()));
        return header;
    }

    private List<String> row(TaskKind kind, String id) {
        var row = new ArrayList<>(List.of(id));
        if (kind instanceof Probabilities && random.nextInt(50) > 0) {
            double yes = random.nextInt(101) / 100.0;
            row.addAll(List.of("" + yes, "" + (1 - yes), "0"));
            return row;
        }
        for (var column : kind.columns()) {
            row.add(
                    switch (column) {
                        case ClassColumn(var _, var classes) -> classes.get(random.nextInt(classes.size()));
                        case NumberColumn(var _, var min, var _) -> min == 0 ? fraction() : number();
                        case TextColumn _ ->
                            List.of("", " ", "a b", "Ω, \"𝔞\"", "two\nlines", "twelve chars", "thirteen long")
                                    .get(random.nextInt(random.nextInt(20) == 0 ? 7 : 6));
                    });
        }
        return row;
    }

    private String fraction() {
        double value = random.nextDouble();
        return switch (random.nextInt(6)) {
            case 0 -> String.format(Locale.ROOT, "%.6f", value);
            case 1 -> String.format(Locale.ROOT, "%.3e", value);
            case 2 -> String.format(Locale.ROOT, " %.17g\t", value);
            case 3 ->
                List.of("0", "1", "-0.0", "+1", "1.", ".5", "1e-5", "0E7", "00.5", "5e-324")
                        .get(random.nextInt(10));
            case 4 -> "." + random.nextLong(1L << 62);
            default -> Double.toString(value);
        };
    }

    private String number() {
        double value = Double.longBitsToDouble(random.nextLong());
        return switch (random.nextInt(4)) {
            case 0 -> fraction();
            case 1 -> Double.toString(Double.isFinite(value) ? value : 1);
            case 2 -> random.nextLong() + "" + random.nextLong(1L << 60) + "e" + random.nextInt(-330, 270);
            default -> "-" + random.nextInt(1000) + "." + random.nextInt(1000);
        };
    }

    private String line(List<String> cells, List<Integer> order, int quoting) {
        return String.join(
                ",", order.stream().map(i -> quoted(cells.get(i), quoting)).toList());
    }

    private String quoted(String cell, int quoting) {
        boolean must = cell.matches("(?s).*[,\n\r].*|\".*");
        boolean does = must || quoting == 1 || (quoting == 2 && random.nextInt(8) == 0);
        return does ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
