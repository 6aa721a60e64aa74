package org.voorwerp.challenges.galaxies;

import org.voorwerp.challenges.chance.Chance;

/// What is true of a galaxy and seen by nobody directly: the volunteers see its picture, the pipeline its pixels.
///
/// @param disturbance how far a collision has torn it, 0 to 1; continuous, since mergers begin and end
/// @param prominence how bright and large it appears, in standard deviations
/// @param clumps star-forming knots and dust beyond what its kind and disturbance explain, in standard deviations
/// @param flattening axis ratio, 0.15 (edge-on) to 1 (round)
record Nature(Morphology morphology, double disturbance, double prominence, double clumps, double flattening) {

    static Nature of(Chance chance) {
        var morphology = Morphology.values()[chance.pick(Morphology.shares())];
        double disturbance = switch (morphology) {
            case MERGER -> chance.beta(5.2, 2.8);
            case SPIRAL -> chance.beta(1.5, 7);
            case ELLIPTICAL -> chance.beta(1.2, 9);
            case ARTEFACT -> chance.beta(1.3, 5);
        };
        double flattening = switch (morphology) {
            case SPIRAL -> chance.uniform(0.18, 1);
            case ELLIPTICAL -> chance.uniform(0.5, 1);
            case MERGER -> 0.25 + 0.7 * chance.beta(2, 2);
            case ARTEFACT -> chance.uniform(0.15, 1);
        };
        return new Nature(morphology, disturbance, chance.normal(), chance.normal(), flattening);
    }

    /// The disturbance in standard deviations of the whole sample.
    double torn() {
        return (disturbance - 0.22) / 0.2;
    }

    /// Share of volunteers who would say "merger" on average.
    double looksMerging() {
        return 0.015 + 0.85 / (1 + StrictMath.exp((0.5 - disturbance) / 0.075));
    }
}
