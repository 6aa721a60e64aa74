package org.voorwerp.consensus.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Which things belong together.
///
/// @param labels the cluster of each thing, numbered from 0, or [#NOISE]
/// @param strength how firmly each thing belongs to its cluster, from 0 (noise) to 1; algorithms that do not say have
///     1 for every member
/// @param coreDistance the radius around each thing within which enough others lie for a cluster; infinite where the
///     algorithm does not say or there are not enough
public record Clustering(int[] labels, double[] strength, double[] coreDistance) {

    /// The label of what belongs to no cluster.
    public static final int NOISE = -1;

    static Clustering of(int[] labels, double[] coreDistance) {
        return new Clustering(
                labels,
                Arrays.stream(labels)
                        .mapToDouble(label -> label == NOISE ? 0 : 1)
                        .toArray(),
                coreDistance);
    }

    /// All noise.
    public static Clustering none(int size) {
        var labels = new int[size];
        Arrays.fill(labels, NOISE);
        var far = new double[size];
        Arrays.fill(far, Double.POSITIVE_INFINITY);
        return of(labels, far);
    }

    /// How many clusters there are.
    public int count() {
        return Arrays.stream(labels).max().orElse(NOISE) + 1;
    }

    /// The things in a cluster, rising.
    public int[] members(int cluster) {
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == cluster)
                .toArray();
    }
}
