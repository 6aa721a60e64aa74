package org.voorwerp.board;

/// Which differences between two submissions a challenge of some size can tell from chance.
///
/// @param noise differences below this are noise: 95 % of the differences between equally good submissions lie below
/// @param told differences from this on are found in four of five comparisons (power 0.8 at the 5 % level)
public record Detectable(double noise, double told) {

    private static final double Z_LEVEL = 1.959963984540054;
    private static final double Z_POWER = 0.8416212335729143;

    /// @param deviation the standard deviation, over subjects, of the difference that one subject makes between two
    ///     submissions; where no two are known, take √2 times that of one, which supposes that they have nothing in
    ///     common and so is never too small for rivals of equal skill
    /// @param subjects as many as speak for themselves: those of the part, or its groups where subjects of a group
    ///     are alike
    public static Detectable of(double deviation, double subjects) {
        if (!(deviation >= 0) || !(subjects > 0)) {
            throw new IllegalArgumentException("no deviation " + deviation + " over " + subjects + " subjects");
        }
        double error = deviation / Math.sqrt(subjects);
        return new Detectable(Z_LEVEL * error, (Z_LEVEL + Z_POWER) * error);
    }
}
