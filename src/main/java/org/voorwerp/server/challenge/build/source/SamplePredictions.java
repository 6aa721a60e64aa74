package org.voorwerp.server.challenge.build.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import org.voorwerp.scoring.PredictionColumn;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionColumn.TextColumn;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Predictions.TextCells;
import org.voorwerp.scoring.TaskKind;

/// What sample_submission.csv predicts: the same for every subject. Metrics are tried on it.
public final class SamplePredictions {

    private SamplePredictions() {}

    /// For so many subjects.
    public static Predictions of(TaskKind kind, int subjects) {
        var columns = kind.columns();
        var sample = kind.sampleCells();
        var cells = new ArrayList<Cells>();
        for (int c = 0; c < columns.size(); c++) {
            cells.add(filled(columns.get(c), sample.get(c), subjects));
        }
        return new Predictions(cells);
    }

    private static Cells filled(PredictionColumn column, String cell, int subjects) {
        return switch (column) {
            case ClassColumn(var _, var classes) -> {
                var indices = new int[subjects];
                Arrays.fill(indices, classes.indexOf(cell));
                yield new ClassCells(indices);
            }
            case NumberColumn _ -> {
                var numbers = new double[subjects];
                Arrays.fill(numbers, Double.parseDouble(cell));
                yield new NumberCells(numbers);
            }
            case TextColumn _ -> new TextCells(Collections.nCopies(subjects, cell));
        };
    }
}
