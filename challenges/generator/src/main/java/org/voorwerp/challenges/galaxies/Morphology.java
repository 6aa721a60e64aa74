package org.voorwerp.challenges.galaxies;

import java.util.Locale;

/// What a galaxy is, and so the four answers that volunteers choose from. An artefact is no galaxy at all: a star's
/// spike, a satellite's trail, a piece of a nearer galaxy that the pipeline took for one.
enum Morphology {
    SPIRAL(0.53),
    ELLIPTICAL(0.31),
    MERGER(0.115),
    ARTEFACT(0.045);

    /// Share of the sample.
    final double share;

    Morphology(double share) {
        this.share = share;
    }

    /// The answer as it stands in column names.
    String answer() {
        return name().toLowerCase(Locale.ROOT);
    }

    static double[] shares() {
        var shares = new double[values().length];
        for (var morphology : values()) {
            shares[morphology.ordinal()] = morphology.share;
        }
        return shares;
    }
}
