package org.voorwerp.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.View.LabelView;

/// One class a subject, in one column.
///
/// @param column the column's name
/// @param classes what may stand in it
public record Labels(String column, List<String> classes) implements TaskKind {

    public Labels {
        classes = List.copyOf(classes);
    }

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public List<PredictionColumn> columns() {
        return List.of(new ClassColumn(column, classes));
    }

    @Override
    public List<String> sampleCells() {
        return List.of(classes.getFirst());
    }

    @Override
    public List<Class<? extends View>> views() {
        return List.of(LabelView.class);
    }

    @Override
    public <V extends View> V view(
            Class<V> type, Truth.Answers truth, Predictions predictions, Rows rows, double @Nullable [] weights) {
        if (type != LabelView.class || !(truth instanceof ClassAnswers answers)) {
            throw new IllegalArgumentException("labels offer no " + type.getSimpleName());
        }
        return type.cast(new LabelView(classes, rows.of(answers.labels()), rows.of(predictions.indices(0)), weights));
    }
}
