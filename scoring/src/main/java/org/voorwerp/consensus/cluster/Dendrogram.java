package org.voorwerp.consensus.cluster;

import java.util.Arrays;
import java.util.Comparator;

/// Which groups of things join at which distance. Nodes below `things` are the things themselves; node `things` + m
/// is what the m-th join makes of its two sides; the last node is the root.
///
/// @param things how many there are, at least 2
/// @param left one side of each join
/// @param right the other
/// @param distance at which they join, rising
/// @param count how many things each join holds
record Dendrogram(int things, int[] left, int[] right, double[] distance, int[] count) {

    /// An edge of a spanning tree.
    record Link(int from, int to, double distance) {}

    static Dendrogram of(Link[] links) {
        var rising = links.clone();
        Arrays.sort(rising, Comparator.comparingDouble(Link::distance));
        int joins = rising.length;
        int things = joins + 1;
        var tree = new Dendrogram(things, new int[joins], new int[joins], new double[joins], new int[joins]);
        var parent = new int[things + joins];
        Arrays.setAll(parent, node -> node);
        for (int m = 0; m < joins; m++) {
            int left = top(parent, rising[m].from);
            int right = top(parent, rising[m].to);
            tree.left[m] = left;
            tree.right[m] = right;
            tree.distance[m] = rising[m].distance;
            tree.count[m] = tree.size(left) + tree.size(right);
            parent[left] = things + m;
            parent[right] = things + m;
        }
        return tree;
    }

    int root() {
        return things + left.length - 1;
    }

    boolean isThing(int node) {
        return node < things;
    }

    int size(int node) {
        return isThing(node) ? 1 : count[node - things];
    }

    private static int top(int[] parent, int node) {
        int top = node;
        while (parent[top] != top) {
            top = parent[top];
        }
        for (int at = node; parent[at] != top; ) {
            int next = parent[at];
            parent[at] = top;
            at = next;
        }
        return top;
    }
}
