package org.voorwerp.scoring;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;

/// A probability for each class, one column a class, adding up to one in each row.
///
/// Metrics of labels see the most probable class; of several equally probable ones the first in the order of
/// `classes`.
///
/// @param prefix what stands before the class in a column's name, e.g. `p_`
/// @param classes in the order of the columns
public record Probabilities(String prefix, List<String> classes) implements TaskKind {

    /// How far the sum of a row may be from one: room for 24 columns rounded to three decimals.
    public static final double TOLERANCE = 0.015;

    /// How sure a single vote is taken to be where a probability is asked for: a volunteer who is wrong once would
    /// else have an infinite log loss. The other classes share what is left.
    public static final double SURE = 0.9;

    public Probabilities {
        classes = List.copyOf(classes);
    }

    @Override
    public String name() {
        return "probabilities";
    }

    @Override
    public List<PredictionColumn> columns() {
        return classes.stream()
                .<PredictionColumn>map(label -> new NumberColumn(prefix + label, 0, 1))
                .toList();
    }

    @Override
    public @Nullable String check(Predictions predictions, int row) {
        double sum = 0;
        for (int k = 0; k < classes.size(); k++) {
            sum += predictions.values(k)[row];
        }
        return Math.abs(sum - 1) <= TOLERANCE
                ? null
                : String.format(Locale.ROOT, "the probabilities add up to %.6g, not to 1", sum);
    }

    @Override
    public List<String> sampleCells() {
        // Rounded down, the first takes the rest: the row adds up to one exactly as written.
        int share = 1_000_000 / classes.size();
        int first = 1_000_000 - share * (classes.size() - 1);
        return IntStream.range(0, classes.size())
                .mapToObj(k -> String.format(Locale.ROOT, "%.6f", (k == 0 ? first : share) / 1e6))
                .toList();
    }

    @Override
    public List<Class<? extends View>> views() {
        return List.of(ProbabilityView.class, LabelView.class);
    }

    @Override
    public <V extends View> V view(
            Class<V> type, Truth.Answers truth, Predictions predictions, Rows rows, double @Nullable [] weights) {
        if (!views().contains(type) || !(truth instanceof ClassAnswers answers)) {
            throw new IllegalArgumentException("probabilities offer no " + type.getSimpleName());
        }
        var labels = rows.of(answers.labels());
        var probabilities = new double[classes.size()][];
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = rows.of(predictions.values(k));
        }
        var fractions = answers.fractions() == null ? null : rows.of(answers.fractions());
        var view = new ProbabilityView(classes, labels, fractions, probabilities, weights);
        return type.cast(type == LabelView.class ? new LabelView(classes, labels, view.mostProbable(), weights) : view);
    }
}
