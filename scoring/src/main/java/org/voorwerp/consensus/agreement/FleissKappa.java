package org.voorwerp.consensus.agreement;

import org.jspecify.annotations.Nullable;

/// Fleiss' κ = (P̄ − P̄_e) / (1 − P̄_e): P_i = (Σ_k n_ik² − N_i) / (N_i (N_i − 1)) is the share of pairs of
/// votes on subject i that agree, P̄ its mean, P̄_e = Σ_k p_k² with p_k the share of all votes that are for
/// class k (J. Fleiss, Psychological Bulletin 76, 1971).
///
/// The paper asks for the same number of votes on every subject. Where numbers differ P̄ is still the plain
/// mean over the subjects with two votes or more, and `equalVotes` says so: Krippendorff's α is then the better
/// choice.
///
/// @param equalVotes whether all subjects have the same number of votes
public record FleissKappa(double kappa, boolean equalVotes) {

    /// @param counts votes `[class][subject]`
    /// @return null where no subject has two votes or all votes are for one class
    public static @Nullable FleissKappa of(int[][] counts) {
        int subjects = counts.length == 0 ? 0 : counts[0].length;
        var ofClass = new double[counts.length];
        double pairs = 0;
        double all = 0;
        int compared = 0;
        long first = -1;
        boolean equal = true;
        for (int i = 0; i < subjects; i++) {
            long number = 0;
            double same = 0;
            for (var column : counts) {
                number += column[i];
                same += (double) column[i] * column[i];
            }
            first = first < 0 ? number : first;
            equal &= number == first;
            if (number < 2) {
                continue;
            }
            compared++;
            pairs += (same - number) / ((double) number * (number - 1));
            all += number;
            for (int k = 0; k < counts.length; k++) {
                ofClass[k] += counts[k][i];
            }
        }
        double chance = 0;
        for (double votes : ofClass) {
            chance += all > 0 ? votes / all * (votes / all) : 0;
        }
        return compared == 0 || chance >= 1 ? null : new FleissKappa((pairs / compared - chance) / (1 - chance), equal);
    }
}
