package org.voorwerp.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What participants predict for each subject. The kind fixes the columns of a submission, what holds between the
/// cells
/// of a row, and the [View]s through which metrics see predictions beside the truth.
///
/// A new kind is one file here and one for its metrics; the compiler then names the switches that must know it.
public sealed interface TaskKind permits Labels, Probabilities, Values, Texts {

    /// The word for it in challenge.yaml: `labels`, `probabilities`, `values`, `texts`.
    String name();

    /// The columns of a submission after the id, in the order of the sample submission.
    List<PredictionColumn> columns();

    /// What is wrong with the cells of a row taken together, each being right by itself; null if nothing.
    ///
    /// @param row the subject's position in every column
    default @Nullable String check(Predictions predictions, int row) {
        return null;
    }

    /// The cells of the sample submission for any subject: valid, and saying nothing.
    List<String> sampleCells();

    /// The views this kind offers, the one preferred first: where several metrics share a name, the first view
    /// decides.
    List<Class<? extends View>> views();

    /// Whether a metric that asks for `view` can score this kind: it is one of [#views()], or the whole
    /// [Comparison].
    default boolean offers(Class<? extends View> view) {
        return view == Comparison.class || views().contains(view);
    }

    /// Truth and predictions side by side.
    ///
    /// @param type one of [#views()]
    /// @param rows the subjects seen
    /// @param weights one weight for each of `rows`, or null where all count alike
    /// @throws IllegalArgumentException if the kind does not offer `type` or the truth is not of this kind
    <V extends View> V view(
            Class<V> type, Truth.Answers truth, Predictions predictions, Rows rows, double @Nullable [] weights);
}
