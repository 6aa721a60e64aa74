package org.voorwerp.scoring.metric;

import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Weights;

/// Pairs of subjects, counted by the product of their weights: with a tree of partial sums (P. Fenwick,
/// Software: Practice and Experience 24, 1994) over the ranks in y, filled in the order of x.
final class KendallPairs {

    private final Order x;
    private final Weights weights;
    private final double sum;

    /// Rank of each subject in y, from 1, equal numbers having the same.
    private final int[] rank;

    /// Weight with that rank or a lower one.
    private final double[] upTo;

    private final double[] tree;

    /// For each subject, weight in the same order to it in both x and y less weight in opposite order.
    private final double[] surplus;

    private KendallPairs(Order x, Order y, Weights weights) {
        this.x = x;
        this.weights = weights;
        rank = ranks(y);
        int ranks = y.size() == 0 ? 0 : rank[y.positions()[y.size() - 1]];
        upTo = new double[ranks + 1];
        for (int i = 0; i < rank.length; i++) {
            upTo[rank[i]] += weights.of(i);
        }
        for (int r = 1; r <= ranks; r++) {
            upTo[r] += upTo[r - 1];
        }
        sum = upTo[ranks];
        tree = new double[ranks + 1];
        surplus = new double[rank.length];
        compare();
    }

    /// τ_b of two orders that are not all ties.
    static Estimate correlation(Order x, Order y, Weights weights) {
        var pairs = new KendallPairs(x, y, weights);
        double[] differentX = different(x, weights, pairs.sum);
        double[] differentY = different(y, weights, pairs.sum);
        double ordered = weights.mean(pairs.surplus);
        double inX = weights.mean(differentX);
        double inY = weights.mean(differentY);
        double root = Math.sqrt(inX) * Math.sqrt(inY);
        double tau = ordered / root;
        var influence = new double[pairs.surplus.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = 2 * pairs.surplus[i] / root - tau * (differentX[i] / inX + differentY[i] / inY);
        }
        return new Estimate(tau, influence, weights);
    }

    /// Of the pairs that differ in y, the share that x has in the same order, ties in x counting half. y is not all
    /// ties.
    static Estimate concordance(Order x, Order y, Weights weights) {
        var pairs = new KendallPairs(x, y, weights);
        double[] differentY = different(y, weights, pairs.sum);
        double inY = weights.mean(differentY);
        double surplus = weights.mean(pairs.surplus) / inY;
        var influence = new double[pairs.surplus.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = (pairs.surplus[i] - surplus * differentY[i]) / inY;
        }
        return new Estimate((1 + surplus) / 2, influence, weights);
    }

    private void compare() {
        for (int from = 0, end; from < x.size(); from = end) {
            end = x.tieEnd(from);
            // Before its ties enter, the tree holds those below a subject in x; after, those not above.
            for (int place = from; place < end; place++) {
                int i = x.positions()[place];
                double belowInBoth = treeUpTo(rank[i] - 1);
                double belowInXOnly = treeUpTo(upTo.length - 1) - treeUpTo(rank[i]);
                surplus[i] += belowInBoth - belowInXOnly;
            }
            for (int place = from; place < end; place++) {
                int i = x.positions()[place];
                add(rank[i], weights.of(i));
            }
            for (int place = from; place < end; place++) {
                int i = x.positions()[place];
                double aboveInXOnly = upTo[rank[i] - 1] - treeUpTo(rank[i] - 1);
                double aboveInBoth = sum - upTo[rank[i]] - (treeUpTo(upTo.length - 1) - treeUpTo(rank[i]));
                surplus[i] += aboveInBoth - aboveInXOnly;
            }
        }
    }

    private void add(int at, double weight) {
        for (int node = at; node < tree.length; node += node & -node) {
            tree[node] += weight;
        }
    }

    private double treeUpTo(int at) {
        double total = 0;
        for (int node = at; node > 0; node -= node & -node) {
            total += tree[node];
        }
        return total;
    }

    private static int[] ranks(Order order) {
        var ranks = new int[order.size()];
        int rank = 0;
        for (int from = 0, end; from < ranks.length; from = end) {
            end = order.tieEnd(from);
            rank++;
            for (int place = from; place < end; place++) {
                ranks[order.positions()[place]] = rank;
            }
        }
        return ranks;
    }

    /// For each subject the weight that is not tied with it.
    private static double[] different(Order order, Weights weights, double sum) {
        var different = new double[order.size()];
        for (int from = 0, end; from < different.length; from = end) {
            end = order.tieEnd(from);
            double tied = 0;
            for (int place = from; place < end; place++) {
                tied += weights.of(order.positions()[place]);
            }
            for (int place = from; place < end; place++) {
                different[order.positions()[place]] = sum - tied;
            }
        }
        return different;
    }
}
