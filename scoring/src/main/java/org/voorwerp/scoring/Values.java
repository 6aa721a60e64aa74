package org.voorwerp.scoring;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.ValueView;

/// One or more numbers a subject: vote fractions, counts, sizes, dates.
///
/// A single column bounded by 0 and 1 is a vote fraction for or against, so metrics of probabilities see two classes,
/// `not <column>` and `<column>`, as scikit-learn reads a one-dimensional prediction.
///
/// @param columnsOfNumbers one or more
public record Values(List<NumberColumn> columnsOfNumbers) implements TaskKind {

    public Values {
        columnsOfNumbers = List.copyOf(columnsOfNumbers);
    }

    @Override
    public String name() {
        return "values";
    }

    @Override
    public List<PredictionColumn> columns() {
        return List.copyOf(columnsOfNumbers);
    }

    @Override
    public List<String> sampleCells() {
        return columnsOfNumbers.stream()
                .map(column -> String.format(Locale.ROOT, "%s", Math.clamp(0.0, column.min(), column.max())))
                .toList();
    }

    @Override
    public List<Class<? extends View>> views() {
        return isFraction() ? List.of(ValueView.class, ProbabilityView.class) : List.of(ValueView.class);
    }

    @Override
    public <V extends View> V view(
            Class<V> type, Truth.Answers truth, Predictions predictions, Rows rows, double @Nullable [] weights) {
        if (!views().contains(type) || !(truth instanceof ValueAnswers answers)) {
            throw new IllegalArgumentException("values offer no " + type.getSimpleName());
        }
        var names = columnsOfNumbers.stream().map(NumberColumn::name).toList();
        var truths = rows.of(answers.values());
        var predicted = new double[names.size()][];
        for (int c = 0; c < predicted.length; c++) {
            predicted[c] = rows.of(predictions.values(c));
        }
        if (type == ValueView.class) {
            return type.cast(new ValueView(names, truths, predicted, weights));
        }
        var fractions = forAndAgainst(truths[0]);
        var label = new int[rows.size()];
        for (int i = 0; i < label.length; i++) {
            label[i] = truths[0][i] > 0.5 ? 1 : 0;
        }
        var classes = List.of("not " + names.getFirst(), names.getFirst());
        return type.cast(new ProbabilityView(classes, label, fractions, forAndAgainst(predicted[0]), weights));
    }

    private boolean isFraction() {
        return columnsOfNumbers.size() == 1
                && columnsOfNumbers.getFirst().min() == 0
                && columnsOfNumbers.getFirst().max() == 1;
    }

    private static double[][] forAndAgainst(double[] fraction) {
        var against = new double[fraction.length];
        for (int i = 0; i < against.length; i++) {
            against[i] = 1 - fraction[i];
        }
        return new double[][] {against, fraction};
    }
}
