package org.voorwerp.consensus.cluster;

import java.util.Arrays;

/// Chooses from a condensed tree the clusters that together live longest: a cluster is kept where its stability
/// Σ (λ_thing − λ_birth) is not below that of the clusters chosen within it.
final class ExcessOfMass {

    private final CondensedTree tree;
    private final boolean allowSingle;
    private final int[] parent;
    private final double[] death;
    private final boolean[] chosen;

    ExcessOfMass(CondensedTree tree, boolean allowSingle) {
        this.tree = tree;
        this.allowSingle = allowSingle;
        this.parent = new int[tree.clusters()];
        this.death = new double[tree.clusters()];
        var birth = new double[tree.clusters()];
        for (var row : tree.rows()) {
            if (row.isCluster()) {
                parent[row.child()] = row.parent();
                birth[row.child()] = row.lambda();
            }
        }
        var stability = new double[tree.clusters()];
        for (var row : tree.rows()) {
            death[row.parent()] = Math.max(death[row.parent()], row.lambda());
            // Things in one place part from each other at an infinite λ, and so may a cluster be born: it lives 0 long.
            double life = row.lambda() == birth[row.parent()] ? 0 : row.lambda() - birth[row.parent()];
            stability[row.parent()] += life * row.size();
        }
        this.chosen = choose(stability);
    }

    /// From the leaves up; children have higher numbers than their parents.
    private boolean[] choose(double[] stability) {
        int clusters = tree.clusters();
        var within = new double[clusters];
        var kept = new boolean[clusters];
        int top = allowSingle ? 0 : 1;
        for (int cluster = clusters - 1; cluster >= top; cluster--) {
            kept[cluster] = within[cluster] <= stability[cluster];
            within[parent[cluster]] += cluster == 0 ? 0 : Math.max(within[cluster], stability[cluster]);
        }
        var chosen = new boolean[clusters];
        var covered = new boolean[clusters];
        for (int cluster = top; cluster < clusters; cluster++) {
            covered[cluster] = cluster > 0 && (covered[parent[cluster]] || chosen[parent[cluster]]);
            chosen[cluster] = kept[cluster] && !covered[cluster];
        }
        return chosen;
    }

    Clustering clustering(double[] core) {
        var number = new int[chosen.length];
        int next = 0;
        for (int cluster = 0; cluster < chosen.length; cluster++) {
            number[cluster] = chosen[cluster] ? next++ : Clustering.NOISE;
        }
        var labels = new int[tree.things()];
        Arrays.fill(labels, Clustering.NOISE);
        var strength = new double[tree.things()];
        for (var row : tree.rows()) {
            if (row.isCluster()) {
                continue;
            }
            int cluster = row.parent();
            while (!chosen[cluster] && cluster != 0) {
                cluster = parent[cluster];
            }
            // Where all is one cluster, only what stays in it to its very end belongs to it.
            if (chosen[cluster] && (cluster != 0 || row.lambda() >= death[0])) {
                labels[row.child()] = number[cluster];
                strength[row.child()] = strength(row.lambda(), death[cluster]);
            }
        }
        return new Clustering(labels, strength, core);
    }

    private static double strength(double lambda, double death) {
        return death == 0 || Double.isInfinite(lambda) ? 1 : Math.min(lambda, death) / death;
    }
}
