package org.voorwerp.consensus.cluster;

import java.util.ArrayDeque;
import java.util.Arrays;

/// Density-based clustering (Ester, Kriegel, Sander, Xu 1996): a thing with at least `minimum` things within `radius`
/// is a core; cores within the radius of each other are of one cluster, and what is within the radius of a core
/// without being one belongs to the first such cluster.
///
/// @param radius called eps elsewhere; at least 0
/// @param minimum called min_samples elsewhere; the thing itself counts, at least 1
public record Dbscan(double radius, int minimum) implements Clusterer {

    public Dbscan {
        if (!(radius >= 0)) {
            throw new IllegalArgumentException("eps must not be negative: " + radius);
        }
        if (minimum < 1) {
            throw new IllegalArgumentException("min_samples must be at least 1: " + minimum);
        }
    }

    @Override
    public int smallest() {
        return minimum;
    }

    @Override
    public Clustering cluster(Space space) {
        Clusterer.requireAtMost(space.limit(), space, "DBSCAN");
        int size = space.size();
        var labels = new int[size];
        Arrays.fill(labels, Clustering.NOISE);
        var search = Neighbours.of(space, radius);
        int clusters = 0;
        var open = new ArrayDeque<Integer>();
        for (int first = 0; first < size; first++) {
            if (labels[first] != Clustering.NOISE || !search.atLeast(first, minimum)) {
                continue;
            }
            int cluster = clusters++;
            labels[first] = cluster;
            search.remove(first);
            open.add(first);
            while (!open.isEmpty()) {
                // Each thing is taken by one cluster once, and is not looked at again: crowded places stay cheap.
                search.take(open.poll(), taken -> {
                    labels[taken] = cluster;
                    if (search.atLeast(taken, minimum)) {
                        open.add(taken);
                    }
                });
            }
        }
        var core = new double[size];
        Arrays.fill(core, Double.POSITIVE_INFINITY);
        return Clustering.of(labels, core);
    }
}
