package org.voorwerp.consensus;

import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.agreement.Coincidences;
import org.voorwerp.consensus.agreement.Krippendorff;
import org.voorwerp.consensus.agreement.Scale;

/// How far volunteers agree with each other, over all subjects.
///
/// @param krippendorffAlpha 1 is full agreement, 0 what chance gives; null where no subject has two votes or all
///     votes are for one class. Nominal, for any number of votes a subject: α = 1 − D_o / D_e with coincidences
///     o_ck = Σ_i n_ic (n_ik − [c = k]) / (N_i − 1), D_o = Σ_{c≠k} o_ck / n, D_e = Σ_{c≠k} n_c n_k / (n (n − 1))
///     (Krippendorff 2004, Content Analysis, ch. 11)
/// @param meanPluralityShare the mean over subjects of the share of votes that the most voted class has
/// @param meanEntropyBits the mean over subjects of the entropy of the votes
public record Agreement(@Nullable Double krippendorffAlpha, double meanPluralityShare, double meanEntropyBits) {

    /// @param counts votes `[class][subject]`; subjects without a vote are passed over
    /// @return null where there is no vote at all
    public static @Nullable Agreement of(int[][] counts) {
        int subjects = counts.length == 0 ? 0 : counts[0].length;
        double shares = 0;
        double bits = 0;
        int voted = 0;
        for (int i = 0; i < subjects; i++) {
            long votes = 0;
            long most = 0;
            for (var ofClass : counts) {
                votes += ofClass[i];
                most = Math.max(most, ofClass[i]);
            }
            if (votes == 0) {
                continue;
            }
            voted++;
            shares += (double) most / votes;
            bits += entropy(counts, i, votes);
        }
        return voted == 0
                ? null
                : new Agreement(
                        Krippendorff.alpha(Coincidences.of(counts), new Scale.Nominal()), shares / voted, bits / voted);
    }

    private static double entropy(int[][] counts, int subject, long votes) {
        double nats = 0;
        for (var ofClass : counts) {
            if (ofClass[subject] > 0) {
                double f = (double) ofClass[subject] / votes;
                nats -= f * Math.log(f);
            }
        }
        return nats / Math.log(2);
    }
}
