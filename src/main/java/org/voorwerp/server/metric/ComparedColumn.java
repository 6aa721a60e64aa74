package org.voorwerp.server.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.PredictionColumn;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionColumn.TextColumn;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// A column of truth or of predictions, as metrics that organisers write see it. Rows are subjects by their position in
/// the test file.
public record ComparedColumn(String name, Cells cells) {

    /// What the column of the subjects' ids is called.
    public static final String ID = "id";

    /// What stands in the rows.
    public sealed interface Cells {}

    /// Classes, or texts.
    public record Texts(IntFunction<String> at) implements Cells {}

    /// Finite numbers.
    public record Numbers(IntToDoubleFunction at) implements Cells {}

    /// Whole numbers.
    public record Counts(IntUnaryOperator at) implements Cells {}

    /// The cell as it stands in CSV; a number so that reading it gives the same number.
    public String text(int row) {
        return switch (cells) {
            case Texts(var at) -> at.apply(row);
            case Numbers(var at) -> Double.toString(at.applyAsDouble(row));
            case Counts(var at) -> Integer.toString(at.applyAsInt(row));
        };
    }

    /// The columns of truth, named as in [TruthColumns].
    ///
    /// @throws MetricFault if one is called like the column of ids
    public static List<ComparedColumn> truth(Comparison comparison) {
        var names = TruthColumns.consensus(comparison.kind());
        var columns = new ArrayList<ComparedColumn>();
        switch (comparison.truth().answers()) {
            case ClassAnswers(var classes, var labels, var fractions) -> {
                columns.add(new ComparedColumn(names.getFirst(), new Texts(row -> classes.get(labels[row]))));
                if (fractions != null) {
                    columns.addAll(numbers(TruthColumns.fractions(classes), fractions));
                }
            }
            case ValueAnswers(var _, var values) -> columns.addAll(numbers(names, values));
            case TextAnswers(var texts) -> columns.add(new ComparedColumn(names.getFirst(), new Texts(texts::get)));
        }
        int @Nullable [] votes = comparison.truth().votes();
        if (votes != null) {
            columns.add(new ComparedColumn(TruthColumns.VOTES, new Counts(row -> votes[row])));
        }
        return besideIds(columns);
    }

    /// The columns of predictions, as in the sample submission.
    ///
    /// @throws MetricFault if one is called like the column of ids
    public static List<ComparedColumn> prediction(Comparison comparison) {
        var columns = new ArrayList<ComparedColumn>();
        var kinds = comparison.kind().columns();
        for (int c = 0; c < kinds.size(); c++) {
            columns.add(prediction(comparison, kinds.get(c), c));
        }
        return besideIds(columns);
    }

    private static List<ComparedColumn> besideIds(List<ComparedColumn> columns) {
        if (columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(ID))) {
            throw new MetricFault("a column of this challenge is called id, like that of the subjects' ids; queries and"
                    + " programs could not tell them apart");
        }
        return columns;
    }

    private static ComparedColumn prediction(Comparison comparison, PredictionColumn column, int c) {
        return switch (column) {
            case ClassColumn(var name, var classes) -> {
                var indices = comparison.predictions().indices(c);
                yield new ComparedColumn(name, new Texts(row -> classes.get(indices[row])));
            }
            case TextColumn(var name, var _) ->
                new ComparedColumn(name, new Texts(comparison.predictions().texts(c)::get));
            case NumberColumn numbers -> {
                var values = comparison.predictions().values(c);
                yield new ComparedColumn(numbers.name(), new Numbers(row -> values[row]));
            }
        };
    }

    private static List<ComparedColumn> numbers(List<String> names, double[][] values) {
        var columns = new ArrayList<ComparedColumn>();
        for (int c = 0; c < names.size(); c++) {
            var column = values[c];
            columns.add(new ComparedColumn(names.get(c), new Numbers(row -> column[row])));
        }
        return columns;
    }
}
