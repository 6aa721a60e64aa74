package org.voorwerp.consensus.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// A dendrogram in which only splits into two groups of enough things count as splits; whatever else parts from a
/// cluster falls out of it. Clusters are numbered from 0, the root, in the order of breadth.
///
/// @param things how many there are
/// @param rows what left which cluster
/// @param clusters how many clusters there are, the root included
record CondensedTree(int things, List<Row> rows, int clusters) {

    /// Something leaves a cluster: a thing that falls out of it, or a cluster that splits off.
    ///
    /// @param parent the cluster
    /// @param child a thing, or a cluster if `size` is above 1
    /// @param lambda 1 / distance at which it leaves, infinite at distance 0
    /// @param size how many things leave
    record Row(int parent, int child, double lambda, int size) {
        boolean isCluster() {
            return size > 1;
        }
    }

    static CondensedTree of(Dendrogram dendrogram, int smallest) {
        var rows = new ArrayList<Row>();
        var cluster = new int[dendrogram.root() + 1];
        int clusters = 1;
        var open = new ArrayDeque<Integer>();
        open.add(dendrogram.root());
        while (!open.isEmpty()) {
            int node = open.poll();
            int parent = cluster[node];
            int join = node - dendrogram.things();
            double distance = dendrogram.distance()[join];
            double lambda = distance > 0 ? 1 / distance : Double.POSITIVE_INFINITY;
            var sides = new int[] {dendrogram.left()[join], dendrogram.right()[join]};
            boolean splits = dendrogram.size(sides[0]) >= smallest && dendrogram.size(sides[1]) >= smallest;
            for (int side : sides) {
                int size = dendrogram.size(side);
                if (size < smallest) {
                    fallOut(dendrogram, side, parent, lambda, rows);
                    continue;
                }
                cluster[side] = splits ? clusters++ : parent;
                if (splits) {
                    rows.add(new Row(parent, cluster[side], lambda, size));
                }
                open.add(side);
            }
        }
        return new CondensedTree(dendrogram.things(), rows, clusters);
    }

    private static void fallOut(Dendrogram dendrogram, int node, int parent, double lambda, List<Row> rows) {
        var open = new ArrayDeque<Integer>();
        open.add(node);
        while (!open.isEmpty()) {
            int at = open.poll();
            if (dendrogram.isThing(at)) {
                rows.add(new Row(parent, at, lambda, 1));
            } else {
                open.add(dendrogram.left()[at - dendrogram.things()]);
                open.add(dendrogram.right()[at - dendrogram.things()]);
            }
        }
    }
}
