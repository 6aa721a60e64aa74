package org.voorwerp.scoring.metric;

import org.voorwerp.scoring.Estimate;

/// The standard error of areas under the ROC curve, after E. DeLong, D. DeLong and D. Clarke-Pearson
/// (Biometrics 44, 1988): the subjects of each class vary by themselves, with the variance n/(n − 1) corrected
/// class by class. For one area that is S₁₀/m + S₀₁/n.
final class DeLong {

    private DeLong() {}

    /// @param area from [PairwiseAreas]
    /// @param classOf class of each of its subjects
    static double standardError(Estimate area, int[] classOf, int classes) {
        var weights = area.weights();
        var sums = new double[classes];
        var weightSquares = new double[classes];
        var means = new double[classes];
        for (int i = 0; i < classOf.length; i++) {
            sums[classOf[i]] += weights.of(i);
            weightSquares[classOf[i]] += weights.of(i) * weights.of(i);
            means[classOf[i]] += weights.of(i) * area.influence()[i];
        }
        double all = weights.sum();
        double variance = 0;
        for (int k = 0; k < classes; k++) {
            means[k] = sums[k] > 0 ? means[k] / sums[k] : 0;
            // How much of a class the sample holds varies too, where that moves the average over classes.
            variance += weightSquares[k] * means[k] * means[k];
        }
        for (int i = 0; i < classOf.length; i++) {
            int k = classOf[i];
            double n = sums[k] > 0 ? sums[k] / weightSquares[k] * sums[k] : 0;
            double moved = weights.of(i) * (area.influence()[i] - means[k]);
            variance += n > 1 ? n / (n - 1) * moved * moved : 0;
        }
        for (int k = 0; k < classes; k++) {
            if (classes == 2 && sums[k] * sums[k] <= weightSquares[k]) {
                // One subject shows no variance; this is the greatest it can have.
                return Math.sqrt(area.value() * (1 - area.value()));
            }
        }
        return Math.sqrt(variance) / all;
    }
}
