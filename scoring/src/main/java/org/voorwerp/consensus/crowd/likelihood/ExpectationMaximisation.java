package org.voorwerp.consensus.crowd.likelihood;

import java.util.Arrays;
import java.util.List;
import org.voorwerp.consensus.crowd.Convergence;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// Goes back and forth between what subjects are and how volunteers answer until the objective gains no more
/// (A. Dempster, N. Laird and D. Rubin, Journal of the Royal Statistical Society B 39, 1977). It begins with vote
/// fractions, so it needs no seed.
///
/// @param iterations at most
/// @param tolerance gain of the objective a vote, in nats, at which it ends
record ExpectationMaximisation(int iterations, double tolerance) {

    /// Pseudo-votes that keep every answer possible.
    static final double POSSIBLE = 1e-10;

    private static final String ITERATIONS = "iterations";
    private static final String TOLERANCE = "tolerance";

    static List<Parameter> parameters(int iterations, double tolerance) {
        return List.of(
                new Parameter.Whole(ITERATIONS, "how often it goes back and forth at most", iterations, 1, 100_000),
                new Parameter.Decimal(
                        TOLERANCE, "the gain in log-likelihood a vote, in nats, at which it ends", tolerance, 0, 1));
    }

    static ExpectationMaximisation of(Parameters parameters) {
        return new ExpectationMaximisation(parameters.whole(ITERATIONS), parameters.decimal(TOLERANCE));
    }

    Fit fit(Votes votes, Gold gold, Maximiser maximiser) {
        int classes = votes.classes().size();
        var expectation = new Expectation(votes, gold);
        var table = expectation.table();
        var prior = new double[classes];
        Arrays.fill(prior, 1.0 / classes);
        var objective = new double[iterations];
        expectation.start();
        double likelihood = 0;
        boolean converged = false;
        int done = 0;
        while (done < iterations && !converged) {
            double penalty = maximiser.maximise(expectation.counts(), expectation.classCounts(), table, prior);
            likelihood = expectation.expect(table, prior);
            objective[done] = likelihood + penalty;
            converged = done > 0 && objective[done] - objective[done - 1] <= tolerance * votes.size();
            done++;
        }
        var posterior = expectation.posteriors(table, prior);
        var convergence = new Convergence(Arrays.copyOf(objective, done), likelihood, converged);
        var counts = expectation.counts().clone();
        var classCounts = expectation.classCounts().clone();
        expectation.spread(table, prior);
        // Skills are those of the last posterior, not of the one before.
        maximiser.maximise(counts, classCounts, table, prior);
        return new Fit(
                posterior,
                prior,
                maximiser.skills(counts, expectation.counts(), prior),
                convergence,
                Fit.Kind.PROBABILITIES);
    }
}
