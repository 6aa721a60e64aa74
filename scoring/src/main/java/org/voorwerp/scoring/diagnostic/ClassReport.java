package org.voorwerp.scoring.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Precision, recall and F1 of each class, one against the rest, as scikit-learn's `classification_report` has
/// them, except that what has no denominator is unknown here and not 0.
///
/// @param classes one line a class that occurs in truth or prediction, in the order of the task
public record ClassReport(List<Line> classes) implements Diagnostic {

    /// One class.
    ///
    /// @param name the class
    /// @param precision of what is called it, how much is of it; null if nothing is
    /// @param recall how much of it is called so; null if it never occurs in the truth
    /// @param f1 the harmonic mean of both: twice what is right over `support` + `predicted`
    /// @param support weight of its subjects in the truth
    /// @param predicted weight of the subjects that are called it
    public record Line(
            String name,
            @Nullable Double precision,
            @Nullable Double recall,
            double f1,
            double support,
            double predicted) {}

    public ClassReport {
        classes = List.copyOf(classes);
    }

    static ClassReport of(Confusion confusion, List<String> classes) {
        var right = new double[classes.size()];
        var truth = new double[classes.size()];
        var predicted = new double[classes.size()];
        for (int cell = 0; cell < confusion.cells(); cell++) {
            int t = confusion.truth()[cell];
            int p = confusion.prediction()[cell];
            truth[t] += confusion.weight()[cell];
            predicted[p] += confusion.weight()[cell];
            right[t] += t == p ? confusion.weight()[cell] : 0;
        }
        var lines = new ArrayList<Line>();
        for (int k = 0; k < right.length; k++) {
            if (truth[k] + predicted[k] > 0) {
                lines.add(new Line(
                        classes.get(k),
                        predicted[k] > 0 ? right[k] / predicted[k] : null,
                        truth[k] > 0 ? right[k] / truth[k] : null,
                        2 * right[k] / (truth[k] + predicted[k]),
                        truth[k],
                        predicted[k]));
            }
        }
        return new ClassReport(lines);
    }
}
