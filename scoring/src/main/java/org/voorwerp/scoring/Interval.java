package org.voorwerp.scoring;

/// A 95 % interval around a score: where the score would lie for another sample of subjects of the same kind and
/// number.
///
/// @param low lower end
/// @param high upper end
/// @param method how it was made, in words a reader of the board understands, e.g. `DeLong` or `bootstrap of 1,000
/// draws`
public record Interval(double low, double high, String method) {

    /// The probability it is made for.
    public static final double LEVEL = 0.95;
}
