package org.voorwerp.consensus.crowd.weighting;

import java.util.Arrays;
import java.util.List;
import org.voorwerp.consensus.crowd.CrowdModel;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// Galaxy Zoo's iterative weights (K. Willett et al. 2013, MNRAS 435, 2835, section 3.2). A vote for class l of
/// K is consistent by κ = (1/K) (f_l + Σ_{k≠l} (1 − f_k)) = (2 f_l + K − 2) / K with the subject's vote
/// fractions f; a volunteer with mean consistency κ̄ weighs min(1, (κ̄ / 0.6)^8.5), and fractions are counted
/// anew with these weights.
///
/// It takes those out who answer at random and leaves nearly everybody else at weight one.
public final class Consistency implements CrowdModel {

    private static final String THRESHOLD = "threshold";
    private static final String EXPONENT = "exponent";
    private static final String ROUNDS = "rounds";

    @Override
    public String name() {
        return "consistency";
    }

    @Override
    public String description() {
        return "Galaxy Zoo's iterative weights by consistency with the other votes";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Decimal(
                        THRESHOLD, "the mean consistency from which on a vote counts in full", 0.6, 0.01, 1),
                new Parameter.Decimal(EXPONENT, "how steeply weights fall below it", 8.5, 0, 1000),
                new Parameter.Whole(ROUNDS, "how often weights are found anew", 3, 1, 1000));
    }

    @Override
    public Fit fit(Votes votes, Gold gold, Parameters parameters) {
        var weights = new double[votes.volunteers().size()];
        var consistency = weights;
        Arrays.fill(weights, 1);
        for (int round = 0; round < parameters.whole(ROUNDS); round++) {
            consistency = consistency(votes, WeightedVotes.fractions(votes, gold, weights));
            weights = weights(consistency, parameters.decimal(THRESHOLD), parameters.decimal(EXPONENT));
        }
        return WeightedVotes.fit(votes, WeightedVotes.fractions(votes, gold, weights), consistency);
    }

    /// The weight of each volunteer.
    static double[] weights(double[] consistency, double threshold, double exponent) {
        return Arrays.stream(consistency)
                .map(kappa -> Math.min(1, StrictMath.pow(kappa / threshold, exponent)))
                .toArray();
    }

    /// The mean consistency of each volunteer, 1 without a vote.
    static double[] consistency(Votes votes, double[][] fractions) {
        var sums = new double[votes.volunteers().size()];
        double classes = fractions.length;
        for (int i = 0; i < votes.subjects().size(); i++) {
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                double f = fractions[votes.answer(vote)][i];
                sums[votes.volunteer(vote)] += classes == 1 ? f : (2 * f + classes - 2) / classes;
            }
        }
        int[] given = votes.given();
        for (int j = 0; j < sums.length; j++) {
            sums[j] = given[j] == 0 ? 1 : sums[j] / given[j];
        }
        return sums;
    }
}
