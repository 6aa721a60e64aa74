package org.voorwerp.challenges.galaxies;

import java.util.Arrays;

/// Information gain of an attribute about a yes-or-no class, in bits: IG = H(Y) − Σ_b (n_b/n) H(Y | b), over ten bins
/// of equal frequency. Equal values stand in the same bin.
final class InformationGain {
    private static final int BINS = 10;

    private InformationGain() {}

    static double of(double[] attribute, boolean[] yes) {
        var sorted = attribute.clone();
        Arrays.sort(sorted);
        var counts = new int[BINS][2];
        var all = new int[2];
        for (int i = 0; i < attribute.length; i++) {
            int bin = 0;
            while (bin < BINS - 1 && attribute[i] >= sorted[(bin + 1) * attribute.length / BINS]) {
                bin++;
            }
            counts[bin][yes[i] ? 1 : 0]++;
            all[yes[i] ? 1 : 0]++;
        }
        double gain = entropy(all);
        for (var bin : counts) {
            gain -= (double) (bin[0] + bin[1]) / attribute.length * entropy(bin);
        }
        return gain;
    }

    private static double entropy(int[] counts) {
        double sum = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / (counts[0] + counts[1]);
                sum -= share * Math.log(share) / Math.log(2);
            }
        }
        return sum;
    }
}
