package org.voorwerp.consensus.crowd.weighting;

import java.util.stream.IntStream;
import org.voorwerp.consensus.crowd.Convergence;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.crowd.Skill;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Intervals;

/// Votes counted by weight: f_ik = Σ w_j over the votes for k / Σ w_j over all votes on subject i. It is also
/// how a figure of merit is applied: consensus under a given set of weights.
public final class WeightedVotes {

    private WeightedVotes() {}

    /// The consensus under given weights.
    ///
    /// @param weights one a volunteer, not negative; a subject whose votes all weigh nothing is counted
    ///     unweighted
    /// @throws IllegalArgumentException if a weight is negative or no number, or there are too few
    public static Fit under(Votes votes, Gold gold, double[] weights) {
        if (weights.length != votes.volunteers().size()) {
            throw new IllegalArgumentException("there are " + weights.length + " weights for "
                    + votes.volunteers().size() + " volunteers");
        }
        for (int j = 0; j < weights.length; j++) {
            if (!(weights[j] >= 0 && weights[j] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the weight of volunteer "
                        + votes.volunteers().get(j) + " must be 0 or more, not " + weights[j]);
            }
        }
        return fit(votes, fractions(votes, gold, weights));
    }

    /// `[class][subject]`; a subject of the gold standard is of its class, one without votes has 0 for all.
    static double[][] fractions(Votes votes, Gold gold, double[] weights) {
        int classes = votes.classes().size();
        int subjects = votes.subjects().size();
        var fractions = new double[classes][subjects];
        IntStream.range(0, subjects).parallel().forEach(i -> {
            if (gold.knows(i)) {
                fractions[gold.labels()[i]][i] = 1;
                return;
            }
            double sum = 0;
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                sum += weights[votes.volunteer(vote)];
            }
            boolean weightless = !(sum > 0);
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                fractions[votes.answer(vote)][i] +=
                        weightless ? 1.0 / (votes.end(i) - votes.start(i)) : weights[votes.volunteer(vote)] / sum;
            }
        });
        return fractions;
    }

    /// The class with the greatest fraction of each subject, of several the first.
    static int[] labels(double[][] fractions) {
        var labels = new int[fractions[0].length];
        for (int k = 1; k < fractions.length; k++) {
            for (int i = 0; i < labels.length; i++) {
                // Fractions were added up in different orders; what differs by rounding is equal.
                labels[i] = fractions[k][i] > fractions[labels[i]][i] + 1e-12 ? k : labels[i];
            }
        }
        return labels;
    }

    /// How often each volunteer agrees with labels, 0 without a vote.
    static double[] agreement(Votes votes, int[] labels) {
        var agreed = new double[votes.volunteers().size()];
        for (int i = 0; i < labels.length; i++) {
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                agreed[votes.volunteer(vote)] += votes.answer(vote) == labels[i] ? 1 : 0;
            }
        }
        int[] given = votes.given();
        for (int j = 0; j < agreed.length; j++) {
            agreed[j] = given[j] == 0 ? 0 : agreed[j] / given[j];
        }
        return agreed;
    }

    static Fit fit(Votes votes, double[][] fractions) {
        return fit(votes, fractions, agreement(votes, labels(fractions)));
    }

    /// @param skill an accuracy a volunteer
    static Fit fit(Votes votes, double[][] fractions, double[] skill) {
        int[] given = votes.given();
        return new Fit(
                fractions,
                shares(fractions),
                j -> new Skill(
                        given[j], skill[j], Intervals.share(Math.clamp(skill[j], 0.0, 1.0), given[j]), null, null),
                Convergence.FIXED,
                Fit.Kind.FRACTIONS);
    }

    private static double[] shares(double[][] fractions) {
        var shares = new double[fractions.length];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            for (double f : fractions[k]) {
                shares[k] += f;
            }
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] = sum > 0 ? shares[k] / sum : 1.0 / shares.length;
        }
        return shares;
    }
}
