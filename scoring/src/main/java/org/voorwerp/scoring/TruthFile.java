package org.voorwerp.scoring;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.table.TableException;

/// Keeps a [Truth] as a CSV file: `id,part,votes`, then `label` and, where they are known, `fraction_<class>`
/// for each class; or the columns of values; or `text`. `votes` is empty where it is not known. What is read is what
/// was
/// written, every number to the last bit.
public final class TruthFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private static final String TEXT = "text";

    private TruthFile() {}

    public static void write(Truth truth, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            write(truth, out);
        }
    }

    /// @param out not closed
    /// @throws IllegalArgumentException if a number is not finite
    public static void write(Truth truth, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        var printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(header(truth.answers()));
        for (int row = 0; row < truth.parts().length; row++) {
            printer.print(truth.subjects().id(row));
            printer.print(truth.parts()[row].word());
            printer.print(truth.votes() == null ? "" : truth.votes()[row]);
            printAnswer(printer, truth.answers(), row);
            printer.println();
        }
        printer.flush();
    }

    private static List<String> header(Truth.Answers answers) {
        return switch (answers) {
            case ClassAnswers(var classes, var _, var fractions) -> header(classes, fractions != null);
            case ValueAnswers(var columns, var _) -> header(columns);
            case TextAnswers _ -> header(List.of(TEXT));
        };
    }

    private static List<String> header(List<String> columns) {
        var header = new ArrayList<>(List.of("id", "part", "votes"));
        header.addAll(columns);
        return header;
    }

    private static List<String> header(List<String> classes, boolean withFractions) {
        var header = header(List.of("label"));
        if (withFractions) {
            classes.forEach(name -> header.add("fraction_" + name));
        }
        return header;
    }

    private static void printAnswer(CSVPrinter printer, Truth.Answers answers, int row) throws IOException {
        switch (answers) {
            case ClassAnswers(var classes, var labels, var fractions) -> {
                printer.print(classes.get(labels[row]));
                printNumbers(printer, fractions, row);
            }
            case ValueAnswers(var _, var values) -> printNumbers(printer, values, row);
            case TextAnswers(var texts) -> printer.print(texts.get(row));
        }
    }

    private static void printNumbers(CSVPrinter printer, double @Nullable [][] columns, int row) throws IOException {
        if (columns == null) {
            return;
        }
        for (var column : columns) {
            if (!Double.isFinite(column[row])) {
                throw new IllegalArgumentException("row " + row + " of the truth holds " + column[row]);
            }
            printer.print(Double.toString(column[row]));
        }
    }

    /// @throws TableException if the file holds no truth of this kind
    public static Truth read(Path file, TaskKind kind) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(in, kind);
        }
    }

    /// @param in not closed
    /// @throws TableException if the file holds no truth of this kind
    public static Truth read(InputStream in, TaskKind kind) throws IOException {
        return switch (kind) {
            case Labels(var _, var classes) -> readClasses(in, classes);
            case Probabilities(var _, var classes) -> readClasses(in, classes);
            case Values(var columns) -> {
                var names = columns.stream().map(PredictionColumn::name).toList();
                var rows = TruthRows.ofNumbers(in, header(names));
                yield rows.truth(new ValueAnswers(names, rows.numbers()));
            }
            case Texts _ -> {
                var rows = TruthRows.ofTexts(in, header(List.of(TEXT)));
                yield rows.truth(new TextAnswers(rows.texts()));
            }
        };
    }

    private static Truth readClasses(InputStream in, List<String> classes) throws IOException {
        var rows = TruthRows.ofClasses(in, classes, List.of(header(classes, false), header(classes, true)));
        var fractions = rows.numbers();
        return rows.truth(new ClassAnswers(classes, rows.labels(), fractions.length == 0 ? null : fractions));
    }
}
