package org.voorwerp.consensus.cluster;

import java.util.Arrays;

/// How far each thing must look to see enough others.
final class CoreDistances {

    private CoreDistances() {}

    /// The distance from each thing to the `minimum`-th nearest, itself being the first.
    ///
    /// @param minimum from 1 to the size of the space
    static double[] of(Space space, int minimum) {
        int size = space.size();
        var core = new double[size];
        // The nearest so far, rising.
        var nearest = new double[minimum];
        for (int i = 0; i < size; i++) {
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            for (int j = 0; j < size; j++) {
                double distance = space.distance(i, j);
                if (distance < nearest[minimum - 1]) {
                    insert(nearest, distance);
                }
            }
            core[i] = nearest[minimum - 1];
        }
        return core;
    }

    private static void insert(double[] rising, double value) {
        int at = rising.length - 1;
        while (at > 0 && rising[at - 1] > value) {
            rising[at] = rising[at - 1];
            at--;
        }
        rising[at] = value;
    }
}
