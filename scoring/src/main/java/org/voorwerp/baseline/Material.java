package org.voorwerp.baseline;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// What baselines learn from and predict for: what participants have, and one volunteer's votes.
///
/// @param train the published truth of the train subjects
/// @param trainFeatures numbers known of each train subject, `[subject][feature]`: attributes, the features of
///     [GreyPixels] or both; NaN where one is missing; no features at all is `[subject][0]`
/// @param testFeatures the same of each test subject, in the order of the predictions
/// @param heldBack one vote a test subject, see `Crowd.HeldBack`; null where none was held back
public record Material(
        TaskKind kind,
        Answers train,
        double[][] trainFeatures,
        double[][] testFeatures,
        @Nullable Answers heldBack) {

    public Material {
        int known = switch (train) {
            case ClassAnswers(var _, var labels, var _) -> labels.length;
            case ValueAnswers(var _, var values) -> values[0].length;
            case TextAnswers(var texts) -> texts.size();
        };
        if (known != trainFeatures.length) {
            throw new IllegalArgumentException(
                    "features of " + trainFeatures.length + " train subjects, truth of " + known);
        }
    }

    /// How many subjects are to be predicted.
    int testSize() {
        return testFeatures.length;
    }

    /// Features of train and test subjects with mean 0 and standard deviation 1 over the train subjects; a missing one
    /// becomes the mean.
    ///
    /// @param train `[subject][feature]`
    /// @param test `[subject][feature]`
    record Standardised(double[][] train, double[][] test) {}

    /// @throws IllegalArgumentException if there are no features or no train subjects
    Standardised standardised(String baseline) {
        if (trainFeatures.length == 0 || trainFeatures[0].length == 0) {
            throw new IllegalArgumentException(baseline + " needs train subjects with attributes or images");
        }
        int features = trainFeatures[0].length;
        var mean = new double[features];
        var deviation = new double[features];
        for (int f = 0; f < features; f++) {
            int feature = f;
            var known = IntStream.range(0, trainFeatures.length)
                    .mapToDouble(i -> trainFeatures[i][feature])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            double sum = 0;
            for (double value : known) {
                sum += value;
            }
            mean[f] = known.length == 0 ? 0 : sum / known.length;
            double squares = 0;
            for (double value : known) {
                squares += (value - mean[f]) * (value - mean[f]);
            }
            deviation[f] = known.length == 0 ? 0 : Math.sqrt(squares / known.length);
        }
        return new Standardised(
                standardise(trainFeatures, mean, deviation), standardise(testFeatures, mean, deviation));
    }

    private static double[][] standardise(double[][] rows, double[] mean, double[] deviation) {
        var standardised = new double[rows.length][mean.length];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < mean.length; f++) {
                double z = (rows[i][f] - mean[f]) / deviation[f];
                // NaN: the value is missing, or all train subjects have the same.
                standardised[i][f] = Double.isFinite(z) ? z : 0;
            }
        }
        return standardised;
    }
}
