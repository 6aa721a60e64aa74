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
        var tied = new double[predicted.length];
        int count = 0;
        // What is kept is written no further on than where it is read.
        for (double p : distinct) {
            if (count == 0 || p != distinct[count - 1]) {
                distinct[count++] = p;
            }
            tied[count - 1]++;
        }
        if (weights.given() != null) {
            Arrays.fill(tied, 0);
            for (int i = 0; i < predicted.length; i++) {
                tied[Arrays.binarySearch(distinct, 0, count, predicted[i] + 0.0)] += weights.of(i);
            }
        }
        return Edges.of(distinct, tied, count, weights.sum(), bins).binsOf(predicted);
    }

    /// Where bins begin.
    ///
    /// @param first the least probability of each bin that is not empty, rising
    /// @param bin its number
    /// @param count how many of these are in use
    private record Edges(double[] first, int[] bin, int count) {

        static Edges of(double[] distinct, double[] tied, int count, double sum, int bins) {
            var first = new double[bins];
            var bin = new int[bins];
            int used = 0;
            double below = 0;
            for (int k = 0; k < count; k++) {
                int b = Math.clamp((long) ((below + tied[k] / 2) / sum * bins), 0, bins - 1);
                if (used == 0 || bin[used - 1] != b) {
                    first[used] = distinct[k];
                    bin[used++] = b;
                }
                below += tied[k];
            }
            return new Edges(first, bin, used);
        }

        int[] binsOf(double[] predicted) {
            var binOf = new int[predicted.length];
            for (int i = 0; i < binOf.length; i++) {
                int at = Arrays.binarySearch(first, 0, count, predicted[i] + 0.0);
                binOf[i] = bin[at >= 0 ? at : -at - 2];
            }
            return binOf;
        }
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
