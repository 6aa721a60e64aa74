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

    /// @throws ClassCastException if the column holds numbers
    public int[] indices(int column) {
        return ((ClassCells) columns.get(column)).indices();
    }

    /// @throws ClassCastException if the column holds classes
    public double[] values(int column) {
        return ((NumberCells) columns.get(column)).values();
    }
}
