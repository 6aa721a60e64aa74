package org.voorwerp.consensus.crowd;

/// How an iteration went.
///
/// @param objective what the model maximises, one value an iteration, never falling: the logarithm of the
///     likelihood of the votes plus that of the prior of the volunteers' skills, in nats; empty where nothing
///     is maximised
/// @param logLikelihood of the votes at the end, in nats; NaN where the model has none
/// @param converged whether it ended because nothing moved any more, not because the iterations were spent
public record Convergence(double[] objective, double logLikelihood, boolean converged) {

    /// Nothing was iterated, or the number of rounds is part of the method.
    public static final Convergence FIXED = new Convergence(new double[0], Double.NaN, true);

    public int iterations() {
        return objective.length;
    }
}
