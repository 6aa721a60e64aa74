package org.voorwerp.scoring;

/// Between which numbers the scores of a metric lie.
///
/// @param low the least possible score, `-Infinity` if there is none
/// @param high the greatest possible score, `Infinity` if there is none
public record Range(double low, double high) {

    /// Any number.
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /// From 0 to 1.
    public static final Range SHARE = new Range(0, 1);

    /// From 0 upwards.
    public static final Range LOSS = new Range(0, Double.POSITIVE_INFINITY);

    public Range {
        if (!(low < high)) {
            throw new IllegalArgumentException("a range goes upwards, not from " + low + " to " + high);
        }
    }

    /// The number of the range that is nearest to `value`.
    public double nearest(double value) {
        return Math.clamp(value, low, high);
    }
}
