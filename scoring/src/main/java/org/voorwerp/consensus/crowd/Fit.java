package org.voorwerp.consensus.crowd;

/// What a model makes of votes.
///
/// @param posterior `[class][subject]`, adding up to one over the classes: how probable the model thinks each
///     class. Models that only weigh votes give the weighted vote fractions. Neither is a certainty: see
///     [Calibration]
/// @param classes how probable each class is before any vote
/// @param skills how good each volunteer is
/// @param convergence how the fit ended
/// @param kind what the posterior is
public record Fit(double[][] posterior, double[] classes, Skills skills, Convergence convergence, Kind kind) {

    /// What stands in [Fit#posterior()].
    public enum Kind {
        /// Fractions of votes, each counted by its volunteer's weight.
        FRACTIONS,
        /// Probabilities under a model of how votes come about.
        PROBABILITIES
    }

    /// The most probable class of each subject; of several the first.
    public int[] labels() {
        var labels = new int[posterior[0].length];
        for (int k = 1; k < posterior.length; k++) {
            for (int i = 0; i < labels.length; i++) {
                if (posterior[k][i] > posterior[labels[i]][i]) {
                    labels[i] = k;
                }
            }
        }
        return labels;
    }
}
