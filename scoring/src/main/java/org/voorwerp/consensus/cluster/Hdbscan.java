package org.voorwerp.consensus.cluster;

import java.util.Arrays;

/// Clusters of any density, cut out of the hierarchy that single linkage makes of the mutual reachability
/// max(core(a), core(b), d(a, b)), by excess of mass (Campello, Moulavi, Sander 2013).
///
/// @param smallest called min_cluster_size elsewhere; how many things a cluster has at least, 2 or more
/// @param minimum called min_samples elsewhere; the core distance leads to that many things, itself included
/// @param allowSingle whether all things together may be the one cluster
public record Hdbscan(int smallest, int minimum, boolean allowSingle) implements Clusterer {

    public Hdbscan {
        if (smallest < 2 || minimum < 1) {
            throw new IllegalArgumentException(
                    "HDBSCAN needs min_cluster_size of at least 2 and min_samples of at least 1");
        }
    }

    @Override
    public Clustering cluster(Space space) {
        Clusterer.requireAtMost(space.pairwiseLimit(), space, "HDBSCAN");
        int size = space.size();
        if (size < Math.max(smallest, minimum) || size < 2) {
            return Clustering.none(size);
        }
        var core = CoreDistances.of(space, minimum);
        var tree = CondensedTree.of(Dendrogram.of(links(space, core)), smallest);
        return new ExcessOfMass(tree, allowSingle).clustering(core);
    }

    /// Prim's algorithm from the first thing on. Each link leads from the thing added before to the one added then,
    /// with the weight of the true edge: in rising order such links join the same groups at the same distances.
    private static Dendrogram.Link[] links(Space space, double[] core) {
        int size = space.size();
        var reach = new double[size];
        Arrays.fill(reach, Double.POSITIVE_INFINITY);
        var in = new boolean[size];
        var links = new Dendrogram.Link[size - 1];
        int last = 0;
        for (int step = 0; step < size - 1; step++) {
            in[last] = true;
            int next = -1;
            for (int i = 0; i < size; i++) {
                if (in[i]) {
                    continue;
                }
                reach[i] = Math.min(reach[i], Math.max(space.distance(last, i), Math.max(core[last], core[i])));
                if (next < 0 || reach[i] < reach[next]) {
                    next = i;
                }
            }
            links[step] = new Dendrogram.Link(last, next, reach[next]);
            last = next;
        }
        return links;
    }
}
