package org.voorwerp.scoring.metric;

import java.util.random.RandomGenerator;

/// The cumulative Poisson distribution around its mean, to draw from by inversion in constant time (the guide
/// table of H.-C. Chen and Y. Asau, AIIE Transactions 6, 1974).
final class PoissonTable {

    /// What is rarer than this, beside the commonest count, is left out.
    private static final double NEGLIGIBLE = 1e-17;

    private final double mean;
    private final int first;
    private final double[] cumulative;
    private final int[] guide;

    /// @param mean positive; memory grows with its root
    PoissonTable(double mean) {
        this.mean = mean;
        int mode = (int) mean;
        first = lowest(mode, mean);
        cumulative = new double[highest(mode, mean) - first + 1];
        fill(mode, mean);
        guide = new int[cumulative.length];
        int count = 0;
        for (int g = 0; g < guide.length; g++) {
            while (cumulative[count] * guide.length < g) {
                count++;
            }
            guide[g] = count;
        }
    }

    double mean() {
        return mean;
    }

    /// A random count.
    int draw(RandomGenerator random) {
        // Own conversion: only nextLong is fixed by the algorithm's name.
        return at((random.nextLong() >>> 11) * 0x1p-53);
    }

    /// The smallest count whose cumulative probability exceeds `u`.
    ///
    /// @param u from 0 to 1, 1 excluded
    int at(double u) {
        int i = guide[(int) (u * guide.length)];
        while (cumulative[i] <= u) {
            i++;
        }
        return first + i;
    }

    private static int lowest(int mode, double mean) {
        int k = mode;
        for (double p = 1; k > 0 && p > NEGLIGIBLE; k--) {
            p *= k / mean;
        }
        return k;
    }

    private static int highest(int mode, double mean) {
        int k = mode;
        for (double p = 1; p > NEGLIGIBLE; k++) {
            p *= mean / (k + 1);
        }
        return k;
    }

    /// From the mode outwards, relative to it, then summed and scaled: no factorial is ever formed.
    private void fill(int mode, double mean) {
        cumulative[mode - first] = 1;
        for (int k = mode; k > first; k--) {
            cumulative[k - 1 - first] = cumulative[k - first] * (k / mean);
        }
        for (int k = mode + 1; k - first < cumulative.length; k++) {
            cumulative[k - first] = cumulative[k - 1 - first] * (mean / k);
        }
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += cumulative[i];
            cumulative[i] = sum;
        }
        for (int i = 0; i < cumulative.length; i++) {
            cumulative[i] /= sum;
        }
        cumulative[cumulative.length - 1] = 1;
    }
}
