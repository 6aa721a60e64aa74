package org.voorwerp.scoring;

import java.util.List;

/// What a participant predicts for every subject of the test set: one [Cells] for each of the task kind's columns,
/// each with one entry a subject, in the order of the [SubjectIndex].
public record Predictions(List<Cells> columns) {

    public Predictions {
        columns = List.copyOf(columns);
    }

    /// The cells of one column.
    public sealed interface Cells {}

    /// Indices into the column's classes.
    public record ClassCells(int[] indices) implements Cells {}

    /// Finite numbers.
    public record NumberCells(double[] values) implements Cells {}

    /// Texts without blanks around them.
    public record TextCells(List<String> texts) implements Cells {}

    /// @throws ClassCastException if the column holds something else
    public int[] indices(int column) {
        return ((ClassCells) columns.get(column)).indices();
    }

    /// @throws ClassCastException if the column holds something else
    public double[] values(int column) {
        return ((NumberCells) columns.get(column)).values();
    }

    /// @throws ClassCastException if the column holds something else
    public List<String> texts(int column) {
        return ((TextCells) columns.get(column)).texts();
    }
}
