package org.voorwerp.scoring;

/// Which way a metric is better.
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    /// `higher` or `lower`, as it stands in JSON.
    public String word() {
        return this == HIGHER_IS_BETTER ? "higher" : "lower";
    }

    /// Whether score `a` is strictly better than `b`.
    public boolean better(double a, double b) {
        return this == HIGHER_IS_BETTER ? a > b : a < b;
    }
}
