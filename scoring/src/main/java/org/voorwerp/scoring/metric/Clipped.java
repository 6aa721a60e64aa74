package org.voorwerp.scoring.metric;

import java.util.List;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.View.ProbabilityView;

/// Predicted probabilities made fit for logarithms: each moved into [clip, 1 − clip], then each row divided by
/// its sum. scikit-learn's `log_loss` up to 1.2 does the same, with 1e-15, which is the default here for whoever
/// compares the two. A challenge publishes what comes of it: there confident predictions must not be worth so much more
/// than others that a score spells out single labels (see `LogLossOracle`).
///
/// @param clip how far from 0 and 1 they stay
/// @param probabilities as predicted, `[class][subject]`
/// @param sums of the clipped rows
record Clipped(double clip, double[][] probabilities, double[] sums) {

    static final List<Parameter> PARAMETERS = List.of(new Parameter.Decimal(
            "clip",
            "probabilities closer to 0 or 1 than this are taken to be as far as this, so that no loss is infinite",
            1e-15,
            0.01,
            1e-300,
            0.1));

    static Clipped of(ProbabilityView view, Parameters parameters) {
        double clip = parameters.decimal("clip");
        var sums = new double[view.size()];
        for (double[] column : view.probabilities()) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Math.clamp(column[i], clip, 1 - clip);
            }
        }
        return new Clipped(clip, view.probabilities(), sums);
    }

    double of(int k, int i) {
        return Math.clamp(probabilities[k][i], clip, 1 - clip) / sums[i];
    }

    /// The probability of one class a subject.
    ///
    /// @param classOf which class
    double[] of(int[] classOf) {
        var chosen = new double[classOf.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = probabilities[classOf[i]][i];
        }
        // Apart from the loop above, which jumps, this one is made one of several rounds at once.
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = Math.clamp(chosen[i], clip, 1 - clip) / sums[i];
        }
        return chosen;
    }
}
