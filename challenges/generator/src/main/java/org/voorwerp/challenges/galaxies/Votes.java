package org.voorwerp.challenges.galaxies;

import org.voorwerp.challenges.chance.Chance;

/// What the volunteers said of one galaxy.
///
/// @param counts votes for each [Morphology], in its order
record Votes(int[] counts) {
    /// How alike the volunteers of one galaxy are: the smaller, the more they scatter beyond what chance alone would
    /// do.
    private static final double CONCENTRATION = 11;

    /// Between 20 and 60 votes: shares drawn about what the galaxy looks like, votes drawn from the shares.
    static Votes of(Nature nature, Chance chance) {
        var shares = chance.dirichlet(appearance(nature), CONCENTRATION);
        var counts = new int[shares.length];
        int total = (int) Math.clamp(Math.round(chance.normal(38, 9)), 20, 60);
        for (int i = 0; i < total; i++) {
            counts[chance.pick(shares)]++;
        }
        return new Votes(counts);
    }

    /// Mean share of each answer. Faint spirals lose their arms and pass for ellipticals.
    private static double[] appearance(Nature nature) {
        double merging = nature.looksMerging();
        double rest = 1 - merging;
        double arms = 1 / (1 + StrictMath.exp(-1.6 - 0.9 * nature.prominence()));
        return switch (nature.morphology()) {
            case SPIRAL ->
                new double[] {rest * (0.08 + 0.86 * arms), rest * (0.89 - 0.86 * arms), merging, rest * 0.03};
            case ELLIPTICAL -> new double[] {rest * 0.12, rest * 0.85, merging, rest * 0.03};
            case MERGER -> new double[] {rest * 0.48, rest * 0.44, merging, rest * 0.08};
            case ARTEFACT -> new double[] {rest * 0.14, rest * 0.16, merging, rest * 0.7};
        };
    }

    int total() {
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    double fraction(Morphology answer) {
        return (double) counts[answer.ordinal()] / total();
    }
}
