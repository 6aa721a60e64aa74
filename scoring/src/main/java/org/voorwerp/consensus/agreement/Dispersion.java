package org.voorwerp.consensus.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.vote.Votes;

/// Certainty beside dispersion, for one subject. The two differ exactly where a subject is hard rather than a
/// volunteer careless: votes that good volunteers split 60 to 40 may leave hardly a doubt of the class and
/// still say that most of the next volunteers will not see it at once.
///
/// The votes' entropy has two parts. With fractions drawn from a Dirichlet distribution of parameters n_k + 1/K
/// the expected entropy is ψ(N + 2) − Σ m_k ψ((N + 1) m_k + 1), m_k = (n_k + 1/K) / (N + 1): it stays, however
/// many vote. What the entropy of m exceeds it by, `unknown`, goes as votes come in.
///
/// @param votes how many
/// @param label the class, an index
/// @param entropy of the vote fractions over its greatest value log K: 0 where all agree, 1 where votes are even
/// @param unknown part of the dispersion that more votes would resolve, on the same scale
/// @param certainty that the label is right, calibrated; null without a gold standard to calibrate on
public record Dispersion(
        String subject,
        int votes,
        int label,
        double entropy,
        double unknown,
        @Nullable Double certainty) {

    /// @param labels of the consensus
    /// @param certainty calibrated, `[class][subject]`
    public static List<Dispersion> of(Votes votes, int[] labels, double @Nullable [][] certainty) {
        return of(votes.subjects(), votes.counts(), labels, certainty);
    }

    /// The same where only numbers of votes are known.
    ///
    /// @param counts `[class][subject]`
    public static List<Dispersion> of(List<String> subjects, int[][] counts, int[] labels) {
        return of(subjects, counts, labels, null);
    }

    private static List<Dispersion> of(
            List<String> subjects, int[][] counts, int[] labels, double @Nullable [][] certainty) {
        var all = new ArrayList<Dispersion>();
        for (int i = 0; i < labels.length; i++) {
            var ofSubject = new int[counts.length];
            for (int k = 0; k < counts.length; k++) {
                ofSubject[k] = counts[k][i];
            }
            all.add(new Dispersion(
                    subjects.get(i),
                    Arrays.stream(ofSubject).sum(),
                    labels[i],
                    entropy(ofSubject),
                    unknown(ofSubject),
                    certainty == null ? null : certainty[labels[i]][i]));
        }
        return all;
    }

    static double entropy(int[] counts) {
        double number = 0;
        for (int count : counts) {
            number += count;
        }
        double nats = 0;
        for (int count : counts) {
            nats -= count > 0 ? count / number * Math.log(count / number) : 0;
        }
        return counts.length < 2 ? 0 : Math.max(0, nats) / Math.log(counts.length);
    }

    static double unknown(int[] counts) {
        double parameters = 1;
        for (int count : counts) {
            parameters += count;
        }
        double entropy = 0;
        double expected = digamma(parameters + 1);
        for (int count : counts) {
            double alpha = count + 1.0 / counts.length;
            double mean = alpha / parameters;
            entropy -= mean * Math.log(mean);
            expected -= mean * digamma(alpha + 1);
        }
        return counts.length < 2 ? 0 : Math.max(0, entropy - expected) / Math.log(counts.length);
    }

    /// ψ(x), x > 0, to 1e-12: upwards by ψ(x) = ψ(x + 1) − 1/x, then the asymptotic series (M. Abramowitz and I.
    /// Stegun,
    /// 6.3.18).
    static double digamma(double x) {
        double shift = 0;
        double y = x;
        for (; y < 10; y++) {
            shift -= 1 / y;
        }
        double square = 1 / (y * y);
        double series =
                square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square / 132))));
        return shift + Math.log(y) - 0.5 / y - series;
    }
}
