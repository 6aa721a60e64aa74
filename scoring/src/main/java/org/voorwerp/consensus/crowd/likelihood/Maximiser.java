package org.voorwerp.consensus.crowd.likelihood;

import org.voorwerp.consensus.crowd.Skills;

/// The maximisation step of a model in which a vote depends on nothing but its volunteer and the subject's class.
interface Maximiser {

    /// Makes the table from expected counts.
    ///
    /// @param counts `[cell * classes + class]`
    /// @param table of the same shape: how probable the cell's answer is for the class
    /// @param prior how probable each class is, written where the model estimates it
    /// @param classCounts how many subjects are expected of each class
    /// @return the part of the objective that is the logarithm of the prior density of what was estimated
    double maximise(double[] counts, double[] classCounts, double[] table, double[] prior);

    /// @param counts as above
    /// @param spread their variances
    Skills skills(double[] counts, double[] spread, double[] prior);
}
