package org.voorwerp.scoring.metric;

import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Weights;

/// Which subjects of a column are positive.
///
/// @param positive one a subject
/// @param weights of the same subjects
record Positives(boolean[] positive, Weights weights) {

    static final Parameter THRESHOLD = new Parameter.Decimal(
            "threshold", "a subject is positive if its truth is greater", 0.5, -Double.MAX_VALUE, Double.MAX_VALUE);

    static Positives of(ColumnMetric.Column column, Parameters parameters) {
        double threshold = parameters.decimal("threshold");
        var positive = new boolean[column.truth().length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = column.truth()[i] > threshold;
        }
        return new Positives(positive, column.weights());
    }

    /// The subjects of a column in the order of their predicted numbers.
    static BinaryRanks ranks(ColumnMetric.Column column, Parameters parameters) {
        double[] truth = column.truth();
        double threshold = parameters.decimal("threshold");
        return BinaryRanks.of(
                new Ranked(column.prediction(), truth, threshold), column.prediction(), i -> truth[i] > threshold);
    }

    private record Ranked(double[] prediction, double[] truth, double threshold) {}

    /// The weight of the positive subjects.
    double weight() {
        double sum = 0;
        for (int i = 0; i < positive.length; i++) {
            if (positive[i]) {
                sum += weights.of(i);
            }
        }
        return sum;
    }

    /// See [Weights#effectiveSize()].
    double effectiveSize() {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < positive.length; i++) {
            if (positive[i]) {
                sum += weights.of(i);
                squares += weights.of(i) * weights.of(i);
            }
        }
        return sum == 0 ? 0 : sum / squares * sum;
    }

    Positives negatives() {
        var negative = new boolean[positive.length];
        for (int i = 0; i < negative.length; i++) {
            negative[i] = !positive[i];
        }
        return new Positives(negative, weights);
    }
}
