package org.voorwerp.scoring.diagnostic;

import java.util.Arrays;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.Weights;

/// Subjects put into bins by a predicted probability, to be compared with how often what was predicted is so.
///
/// @param binOf each subject's bin
/// @param bins how many there are, empty ones too
/// @param predicted the probability, one a subject
/// @param happened 1 where it was so, otherwise 0, one a subject
/// @param weights of the same subjects
public record CalibrationBins(int[] binOf, int bins, double[] predicted, double[] happened, Weights weights) {

    /// How bins are cut.
    public enum Binning {
        /// All as wide: bin b of n holds what is above b/n and at most (b + 1)/n, the first also 0.
        EQUAL_WIDTH,
        /// All with as much weight, as far as equal probabilities, which stay together, allow: a bin is that in
        /// which the middle of the weight of a probability lies.
        EQUAL_MASS
    }

    /// The probability of the most probable class (of several the first), and whether that is the true one.
    public static CalibrationBins ofTopClass(ProbabilityView view, int bins, Binning binning) {
        int[] top = view.mostProbable();
        var predicted = new double[view.size()];
        var happened = new double[view.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = view.probabilities()[top[i]][i];
            happened[i] = top[i] == view.truth()[i] ? 1 : 0;
        }
        return of(predicted, happened, Weights.of(view), bins, binning);
    }

    /// The probability of one class, and whether it is the true one.
    public static CalibrationBins ofClass(ProbabilityView view, int k, int bins, Binning binning) {
        var happened = new double[view.size()];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = view.truth()[i] == k ? 1 : 0;
        }
        return of(view.probabilities()[k], happened, Weights.of(view), bins, binning);
    }

    /// @param predicted from 0 to 1
    public static CalibrationBins of(
            double[] predicted, double[] happened, Weights weights, int bins, Binning binning) {
        int[] binOf = switch (binning) {
            case EQUAL_WIDTH -> equalWidth(predicted, bins);
            case EQUAL_MASS -> equalMass(predicted, weights, bins);
        };
        return new CalibrationBins(binOf, bins, predicted, happened, weights);
    }

    private static int[] equalWidth(double[] predicted, int bins) {
        var binOf = new int[predicted.length];
        for (int i = 0; i < binOf.length; i++) {
            int bin = Math.clamp((long) (predicted[i] * bins), 0, bins - 1);
            // A product may be rounded over an edge.
            while (bin > 0 && predicted[i] <= (double) bin / bins) {
                bin--;
            }
            while (bin < bins - 1 && predicted[i] > (bin + 1.0) / bins) {
                bin++;
            }
            binOf[i] = bin;
        }
        return binOf;
    }

    private static int[] equalMass(double[] predicted, Weights weights, int bins) {
        // Adding zero makes -0.0 the 0.0 it equals.
        var distinct = Arrays.stream(predicted).map(p -> p + 0.0).toArray();
        Arrays.parallelSort(distinct);
        int count = 1;
        for (int i = 1; i < distinct.length; i++) {
            if (distinct[i] != distinct[count - 1]) {
                distinct[count++] = distinct[i];
            }
        }
        var place = new int[predicted.length];
        var tied = new double[count];
        for (int i = 0; i < place.length; i++) {
            place[i] = Arrays.binarySearch(distinct, 0, count, predicted[i] + 0.0);
            tied[place[i]] += weights.of(i);
        }
        double sum = weights.sum();
        var bin = new int[count];
        double below = 0;
        for (int k = 0; k < count; k++) {
            bin[k] = Math.clamp((long) ((below + tied[k] / 2) / sum * bins), 0, bins - 1);
            below += tied[k];
        }
        return Arrays.stream(place).map(k -> bin[k]).toArray();
    }

    /// How far what happened is from what was predicted in each bin, as a share of all weight: the sum over the
    /// subjects of a bin of weight × (happened − predicted), over the weight of all.
    public double[] gaps() {
        double sum = weights.sum();
        var gaps = new double[bins];
        for (int i = 0; i < binOf.length; i++) {
            gaps[binOf[i]] += weights.of(i) / sum * (happened[i] - predicted[i]);
        }
        return gaps;
    }
}
