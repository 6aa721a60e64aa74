package org.voorwerp.consensus.crowd;

import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;

/// What one vote of a volunteer tells of a subject's class: the mutual information of class and vote,
/// I = Σ_k Σ_l p_k π_kl log₂(π_kl / Σ_m p_m π_ml) in bits. It is 0 for who answers blindly, log₂ K at most, and
/// does not mind labels that are swapped: who is always wrong about two classes tells as much as who is always
/// right. For two classes it is the information that Space Warps gives its agents (Marshall et al. 2016, MNRAS
/// 455, 1171).
///
/// @param bits a vote
/// @param interval 95 %, by the delta method for as many subjects of known class as the votes are worth
public record Information(double bits, Interval interval) {

    /// @param classes how probable each class is
    /// @param confusion `[true class][answer]`
    /// @param effective how many votes on subjects of known class the confusion is worth
    public static Information of(double[] classes, double[][] confusion, double effective) {
        int answers = confusion[0].length;
        var marginal = new double[answers];
        for (int k = 0; k < classes.length; k++) {
            for (int l = 0; l < answers; l++) {
                marginal[l] += classes[k] * confusion[k][l];
            }
        }
        double nats = 0;
        double squares = 0;
        for (int k = 0; k < classes.length; k++) {
            for (int l = 0; l < answers; l++) {
                double joint = classes[k] * confusion[k][l];
                if (joint > 0) {
                    double ratio = Math.log(confusion[k][l] / marginal[l]);
                    nats += joint * ratio;
                    squares += joint * ratio * ratio;
                }
            }
        }
        double most = Math.log(Math.max(2, Math.min(classes.length, answers)));
        double value = Math.clamp(nats, 0.0, most);
        // One more vote that carries a full answer: without it nobody who was never wrong, or always blind, would be
        // unsure.
        double variance = (Math.max(0, squares - nats * nats) + most * most / (effective + 1)) / (effective + 1);
        double half = Intervals.Z * Math.sqrt(variance);
        double bit = Math.log(2);
        return new Information(
                value / bit,
                new Interval(
                        Math.clamp(value - half, 0.0, most) / bit,
                        Math.clamp(value + half, 0.0, most) / bit,
                        "delta method"));
    }
}
