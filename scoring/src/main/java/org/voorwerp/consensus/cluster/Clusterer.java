package org.voorwerp.consensus.cluster;

/// A way to find groups. All follow scikit-learn's conventions, down to the numbering: a thing counts among its own
/// neighbours, and the result depends on the order of things only in how clusters are numbered and where distances
/// are equal.
public sealed interface Clusterer permits Dbscan, Hdbscan, Optics {

    /// @throws TooManyException if the space says that there are more things than can be compared
    Clustering cluster(Space space);

    /// How many things make a cluster at least.
    int smallest();

    /// Throws if there is more to do than is reasonable.
    static void requireAtMost(int limit, Space space, String algorithm) {
        if (space.size() > limit) {
            throw new TooManyException(space.size(), limit, algorithm);
        }
    }
}
