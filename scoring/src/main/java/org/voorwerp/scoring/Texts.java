package org.voorwerp.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.PredictionColumn.TextColumn;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.View.TextView;

/// One text a subject, in one column: what stands in a line of handwriting, say.
///
/// @param column the column's name
/// @param longest how many characters (code points) a text may have
public record Texts(String column, int longest) implements TaskKind {

    /// Enough for a paragraph.
    public static final int LONGEST = 1_000;

    @Override
    public String name() {
        return "texts";
    }

    @Override
    public List<PredictionColumn> columns() {
        return List.of(new TextColumn(column, longest));
    }

    /// Nothing was read.
    @Override
    public List<String> sampleCells() {
        return List.of("");
    }

    @Override
    public List<Class<? extends View>> views() {
        return List.of(TextView.class);
    }

    @Override
    public <V extends View> V view(
            Class<V> type, Truth.Answers truth, Predictions predictions, Rows rows, double @Nullable [] weights) {
        if (type != TextView.class || !(truth instanceof TextAnswers(var texts))) {
            throw new IllegalArgumentException("texts offer no " + type.getSimpleName());
        }
        return type.cast(new TextView(rows.of(texts), rows.of(predictions.texts(0)), weights));
    }
}
