package org.voorwerp.server.challenge.build;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.holdout.Subjects.Side;
import org.voorwerp.scoring.PredictionColumn;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionColumn.TextColumn;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.server.challenge.build.source.SubjectTable;
import org.voorwerp.server.metric.TruthColumns;

/// Writes the tables that a challenge publishes: UTF-8, commas, quotes where needed, lines ending in a line feed. Rows
/// stand in the order of the published ids.
final class PublishedTables {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final String idColumn;
    private final TaskKind kind;
    private final SubjectTable known;

    PublishedTables(String idColumn, TaskKind kind, SubjectTable known) {
        this.idColumn = idColumn;
        this.kind = kind;
        this.known = known;
    }

    /// id, attributes, and the truth as [TruthColumns] says.
    void train(Subjects subjects, OutputStream out) throws IOException {
        var side = subjects.train();
        write(out, csv -> {
            csv.printRecord(header(truthColumns(side)));
            for (int i = 0; i < side.size(); i++) {
                csv.printRecord(withTruth(side, i));
            }
        });
    }

    /// id and attributes.
    void test(Subjects subjects, OutputStream out) throws IOException {
        var side = subjects.test();
        write(out, csv -> {
            csv.printRecord(header(List.of()));
            for (int i = 0; i < side.size(); i++) {
                csv.printRecord(subject(side, i));
            }
        });
    }

    /// A submission that says the same of every test subject.
    void sample(Subjects subjects, OutputStream out) throws IOException {
        var cells = kind.sampleCells();
        write(out, csv -> {
            csv.printRecord(predictionHeader());
            for (var id : subjects.test().ids()) {
                var row = new ArrayList<String>();
                row.add(id);
                row.addAll(cells);
                csv.printRecord(row);
            }
        });
    }

    /// Predictions as a participant would send them.
    void predictions(List<String> ids, Predictions predictions, OutputStream out) throws IOException {
        var columns = kind.columns();
        write(out, csv -> {
            csv.printRecord(predictionHeader());
            for (int i = 0; i < ids.size(); i++) {
                var row = new ArrayList<String>();
                row.add(ids.get(i));
                for (int c = 0; c < columns.size(); c++) {
                    row.add(cell(columns.get(c), predictions, c, i));
                }
                csv.printRecord(row);
            }
        });
    }

    private static String cell(PredictionColumn column, Predictions predictions, int c, int row) {
        return switch (column) {
            case ClassColumn(var _, var classes) -> classes.get(predictions.indices(c)[row]);
            case NumberColumn _ -> Double.toString(predictions.values(c)[row]);
            case TextColumn _ -> predictions.texts(c).get(row);
        };
    }

    private List<String> predictionHeader() {
        var header = new ArrayList<String>();
        header.add(idColumn);
        kind.columns().forEach(column -> header.add(column.name()));
        return header;
    }

    private List<String> header(List<String> more) {
        var header = new ArrayList<String>();
        header.add(idColumn);
        header.addAll(known.attributes());
        header.addAll(more);
        return header;
    }

    private List<String> truthColumns(Side side) {
        var columns = new ArrayList<>(TruthColumns.consensus(kind));
        if (side.answers() instanceof ClassAnswers(var classes, var _, var fractions) && fractions != null) {
            columns.addAll(TruthColumns.fractions(classes));
        }
        if (side.votes() != null) {
            columns.add(TruthColumns.VOTES);
        }
        return columns;
    }

    /// A row of train.csv.
    List<String> withTruth(Side side, int i) {
        var row = subject(side, i);
        addTruth(side, i, row);
        return row;
    }

    /// A row of test.csv.
    List<String> subject(Side side, int i) {
        var row = new ArrayList<String>();
        row.add(side.ids().get(i));
        if (!known.attributes().isEmpty()) {
            row.addAll(known.get(side.upstream().get(i)).cells());
        }
        return row;
    }

    private static void addTruth(Side side, int i, List<String> row) {
        switch (side.answers()) {
            case ClassAnswers(var classes, var labels, var fractions) -> {
                row.add(classes.get(labels[i]));
                for (var ofClass : fractions == null ? new double[0][] : fractions) {
                    row.add(Double.toString(ofClass[i]));
                }
            }
            case TextAnswers(var texts) -> row.add(texts.get(i));
            case ValueAnswers(var _, var values) -> {
                for (var column : values) {
                    row.add(Double.toString(column[i]));
                }
            }
        }
        if (side.votes() != null) {
            row.add(Integer.toString(side.votes()[i]));
        }
    }

    private interface Rows {
        void print(CSVPrinter csv) throws IOException;
    }

    private static void write(OutputStream out, Rows rows) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Neither is closed: the stream is the caller's.
        var csv = new CSVPrinter(new BufferedWriter(writer, 1 << 16), FORMAT);
        rows.print(csv);
        csv.flush();
    }
}
