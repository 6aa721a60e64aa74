package org.voorwerp.scoring;

import org.jspecify.annotations.Nullable;

/// How much each subject counts, one where nothing else is said.
///
/// @param given one a subject, non-negative with a positive sum; null where all count alike
/// @param size the number of subjects
public record Weights(double @Nullable [] given, int size) {

    /// The weights of a view's subjects.
    public static Weights of(View view) {
        return new Weights(view.weights(), view.size());
    }

    /// The weight of subject `i`.
    public double of(int i) {
        return given == null ? 1 : given[i];
    }

    /// Whether all subjects count alike.
    public boolean areAlike() {
        for (int i = 1; given != null && i < size; i++) {
            if (given[i] != given[0]) {
                return false;
            }
        }
        return true;
    }

    public double sum() {
        if (given == null) {
            return size;
        }
        double sum = 0;
        for (double weight : given) {
            sum += weight;
        }
        return sum;
    }

    /// How many subjects of equal weight know as much as these: (Σw)²/Σw², Kish's effective sample size.
    public double effectiveSize() {
        if (given == null) {
            return size;
        }
        double sum = 0;
        double squares = 0;
        for (double weight : given) {
            sum += weight;
            squares += weight * weight;
        }
        return sum / squares * sum;
    }

    /// The weighted mean of one number a subject.
    public double mean(double[] values) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += of(i) * values[i];
        }
        return sum / sum();
    }
}
