package org.voorwerp.scoring.metric;

import org.voorwerp.scoring.Estimate;

/// The standard error of one area under the ROC curve, S₁₀/m + S₀₁/n of E. DeLong, D. DeLong and D.
/// Clarke-Pearson (Biometrics 44, 1988): positives and negatives vary apart, each with the variance of its own
/// subjects.
final class DeLong {

    private DeLong() {}

    /// @param area from [PairwiseAreas#binary]
    /// @param classes of its subjects, 0 or 1
    static double standardError(Estimate area, int[] classes) {
        var sums = new double[2];
        var weightSquares = new double[2];
        var squares = new double[2];
        for (int i = 0; i < classes.length; i++) {
            double weight = area.weights().of(i);
            double moved = weight * area.influence()[i];
            sums[classes[i]] += weight;
            weightSquares[classes[i]] += weight * weight;
            squares[classes[i]] += moved * moved;
        }
        double all = sums[0] + sums[1];
        double variance = 0;
        for (int k = 0; k < 2; k++) {
            double n = sums[k] / weightSquares[k] * sums[k];
            if (n <= 1) {
                // One subject shows no variance; this is the greatest it can have.
                return Math.sqrt(area.value() * (1 - area.value()));
            }
            variance += n / (n - 1) * squares[k] / (all * all);
        }
        return Math.sqrt(variance);
    }
}
