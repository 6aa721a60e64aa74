package org.voorwerp.scoring.metric;

import java.util.Arrays;
import org.voorwerp.scoring.Normal;

/// The sum of the sizes of normal numbers, the gaps of bins, whose means are all as many of their standard deviations.
final class FoldedGaps {

    /// Further out no chance adds to a size.
    private static final double FAR = 1e9;

    private static final int HALVINGS = 60;

    private final double deviations;
    private final double variance;
    private final double subjects;

    /// @param variances of the gaps
    /// @param subjects how many of equal weight the bins share, more than one
    FoldedGaps(double[] variances, double subjects) {
        deviations = Arrays.stream(variances).map(Math::sqrt).sum();
        variance = Arrays.stream(variances).sum();
        this.subjects = subjects;
    }

    /// The sum of the sizes of the means for which a sum seen is `z` standard errors above what is expected; 0 where it
    /// is not even that if all means are 0.
    double sumOfMeans(double seen, double z) {
        double low = 0;
        double high = deviations > 0 ? Math.min(FAR, 10 + 4 * seen / deviations) : 0;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (away(middle, z) < seen) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low * deviations;
    }

    /// What lies `z` standard errors above the sum that is expected.
    ///
    /// @param means in standard deviations
    private double away(double means, double z) {
        double size = Normal.meanSize(means);
        double ofBins = variance * (1 + means * means - size * size);
        // What one bin has more of the subjects, others have less.
        double slope = 1 - 2 * Normal.above(means);
        double shared = means * deviations * slope;
        double error = Math.sqrt(Math.max(0, (ofBins - shared * shared / subjects) * subjects / (subjects - 1)));
        return deviations * size + z * error;
    }
}
