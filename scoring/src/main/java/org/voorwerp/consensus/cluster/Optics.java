package org.voorwerp.consensus.cluster;

import java.util.Arrays;

/// Clusters of any density from the order in which their things are reached (Ankerst, Breunig, Kriegel, Sander 1999),
/// cut where reachability falls and rises by the share ξ, with the correction by predecessors of Schubert and Gertz
/// (2018).
///
/// @param minimum called min_samples elsewhere; the thing itself counts, at least 2
/// @param smallest called min_cluster_size elsewhere; how many things a cluster has at least, 2 or more
/// @param xi how steep the edge of a cluster is, above 0 and below 1
public record Optics(int minimum, int smallest, double xi) implements Clusterer {

    /// Digits after the point to which distances are compared.
    private static final double DIGITS = 1e15;

    public Optics {
        if (minimum < 2 || smallest < 2) {
            throw new IllegalArgumentException("min_samples and min_cluster_size of OPTICS must be at least 2");
        }
        if (!(xi > 0 && xi < 1)) {
            throw new IllegalArgumentException("xi must lie between 0 and 1: " + xi);
        }
    }

    @Override
    public Clustering cluster(Space space) {
        Clusterer.requireAtMost(space.pairwiseLimit(), space, "OPTICS");
        int size = space.size();
        if (size < minimum) {
            return Clustering.none(size);
        }
        var core = CoreDistances.of(space, minimum);
        for (int i = 0; i < size; i++) {
            core[i] = rounded(core[i]);
        }
        return Clustering.of(SteepAreas.labels(order(space, core), minimum, smallest, xi), core);
    }

    /// The order in which things are reached, starting from the first.
    ///
    /// @param reached what was reached, in that order
    /// @param reachability of each thing, infinite for those that nothing leads to
    /// @param predecessor from which each thing was reached, or -1
    record Order(int[] reached, double[] reachability, int[] predecessor) {}

    private static Order order(Space space, double[] core) {
        int size = space.size();
        var reached = new int[size];
        var reachability = new double[size];
        Arrays.fill(reachability, Double.POSITIVE_INFINITY);
        var predecessor = new int[size];
        Arrays.fill(predecessor, -1);
        var done = new boolean[size];
        for (int step = 0; step < size; step++) {
            int from = nearest(reachability, done);
            reached[step] = from;
            done[from] = true;
            if (core[from] == Double.POSITIVE_INFINITY) {
                continue;
            }
            for (int to = 0; to < size; to++) {
                if (done[to]) {
                    continue;
                }
                double distance = rounded(Math.max(space.distance(from, to), core[from]));
                if (distance < reachability[to]) {
                    reachability[to] = distance;
                    predecessor[to] = from;
                }
            }
        }
        return new Order(reached, reachability, predecessor);
    }

    private static int nearest(double[] reachability, boolean[] done) {
        int nearest = -1;
        for (int i = 0; i < done.length; i++) {
            if (!done[i] && (nearest < 0 || reachability[i] < reachability[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    /// Distances that differ by rounding only are equal.
    private static double rounded(double distance) {
        double shifted = distance * DIGITS;
        return Double.isInfinite(shifted) || shifted > 1L << 52 ? distance : Math.rint(shifted) / DIGITS;
    }
}
