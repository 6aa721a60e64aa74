package org.voorwerp.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a metric sees truth and predictions side by side: position i of every array is the same subject.
/// A metric asks for one view; a task kind offers one or more (predicted probabilities, say, can also be seen as
/// labels).
///
/// Arrays are shared, not copied: a metric must not write to them.
public sealed interface View permits View.LabelView, View.ProbabilityView, View.ValueView, View.TextView, Comparison {

    /// How many subjects there are; at least one.
    int size();

    /// How much each subject counts, non-negative with a positive sum, or null where all count alike.
    double @Nullable [] weights();

    /// The seed of whatever a metric draws at random, so that the same files give the same intervals everywhere.
    long SEED = 0x566f6f7277657270L;

    /// One class a subject.
    ///
    /// @param classes the task's classes, in order
    /// @param truth index of the true class
    /// @param prediction index of the predicted class
    record LabelView(List<String> classes, int[] truth, int[] prediction, double @Nullable [] weights) implements View {
        @Override
        public int size() {
            return truth.length;
        }
    }

    /// A distribution over classes a subject.
    ///
    /// @param classes the task's classes, in order
    /// @param truth index of the true class
    /// @param fractions the volunteers' vote fractions, `[class][subject]`, adding up to one over the classes;
    ///     null where the truth is a plain label
    /// @param probabilities predicted, `[class][subject]`, adding up to one within [Probabilities#TOLERANCE]
    record ProbabilityView(
            List<String> classes,
            int[] truth,
            double @Nullable [][] fractions,
            double[][] probabilities,
            double @Nullable [] weights)
            implements View {
        @Override
        public int size() {
            return truth.length;
        }

        /// The most probable class of each subject; of several equally probable ones the first.
        public int[] mostProbable() {
            var best = new int[truth.length];
            for (int k = 1; k < probabilities.length; k++) {
                for (int i = 0; i < best.length; i++) {
                    if (probabilities[k][i] > probabilities[best[i]][i]) {
                        best[i] = k;
                    }
                }
            }
            return best;
        }
    }

    /// A text a subject.
    ///
    /// @param truth what stands there
    /// @param prediction what was read
    record TextView(List<String> truth, List<String> prediction, double @Nullable [] weights) implements View {
        public TextView {
            truth = List.copyOf(truth);
            prediction = List.copyOf(prediction);
            if (truth.size() != prediction.size()) {
                throw new IllegalArgumentException(prediction.size() + " texts for " + truth.size() + " subjects");
            }
        }

        @Override
        public int size() {
            return truth.size();
        }
    }

    /// One or more numbers a subject.
    ///
    /// @param columns their names
    /// @param truth `[column][subject]`
    /// @param prediction `[column][subject]`
    record ValueView(List<String> columns, double[][] truth, double[][] prediction, double @Nullable [] weights)
            implements View {
        @Override
        public int size() {
            return truth[0].length;
        }
    }
}
