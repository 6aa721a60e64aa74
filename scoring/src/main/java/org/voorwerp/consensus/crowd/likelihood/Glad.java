package org.voorwerp.consensus.crowd.likelihood;

import java.util.Arrays;
import java.util.List;
import org.voorwerp.consensus.crowd.Convergence;
import org.voorwerp.consensus.crowd.CrowdModel;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// Volunteers have abilities and subjects are hard or easy (J. Whitehill, P. Ruvolo, T. Wu, J. Bergsma and J.
/// Movellan, NIPS 2009): a vote is right with probability σ(a_j b_i), b_i = e^{β_i} > 0, and all wrong answers
/// are alike. a_j and β_i have normal priors of mean and variance one; all classes are equally probable. The
/// maximisation step is [GladAscent].
///
/// What it gains over [OneCoin] is small where most subjects are equally hard, and it takes many times as long.
public final class Glad implements CrowdModel {

    private static final String ITERATIONS = "iterations";
    private static final String TOLERANCE = "tolerance";
    private static final String STEPS = "steps";

    @Override
    public String name() {
        return "glad";
    }

    @Override
    public String description() {
        return "an ability a volunteer, a difficulty a subject";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(ITERATIONS, "how often it goes back and forth at most", 100, 1, 100_000),
                new Parameter.Decimal(
                        TOLERANCE, "the gain in log-likelihood a vote, in nats, at which it ends", 1e-4, 0, 1),
                new Parameter.Whole(STEPS, "steps towards better abilities and difficulties, each time", 1, 1, 1000));
    }

    @Override
    public Fit fit(Votes votes, Gold gold, Parameters parameters) {
        int classes = votes.classes().size();
        if (classes < 2) {
            throw new IllegalArgumentException("glad needs two classes at least, and there is " + classes);
        }
        int iterations = parameters.whole(ITERATIONS);
        var ascent = new GladAscent(votes);
        var right = new double[votes.size()];
        var posterior = new double[classes][votes.subjects().size()];
        var objective = new double[iterations];
        double likelihood = 0;
        boolean converged = false;
        int done = 0;
        while (done < iterations && !converged) {
            likelihood = expect(votes, gold, ascent, posterior, right);
            objective[done] = likelihood + ascent.logPrior();
            converged =
                    done > 0 && objective[done] - objective[done - 1] <= parameters.decimal(TOLERANCE) * votes.size();
            done++;
            if (!converged && done < iterations) {
                ascent.climb(right, parameters.whole(STEPS));
            }
        }
        var prior = new double[classes];
        Arrays.fill(prior, 1.0 / classes);
        return new Fit(
                posterior,
                prior,
                ascent.skills(right, prior),
                new Convergence(Arrays.copyOf(objective, done), likelihood, converged),
                Fit.Kind.PROBABILITIES);
    }

    /// Posteriors, and for each vote how probable it is right. With z = a_j b_i a vote for l multiplies the
    /// odds of l against any other class by σ(z) (K − 1) / (1 − σ(z)) = (K − 1) e^z.
    ///
    /// @return logarithm of the likelihood
    private static double expect(Votes votes, Gold gold, GladAscent ascent, double[][] posterior, double[] right) {
        int classes = posterior.length;
        return Blocks.of(votes.subjects().size()).sum((from, to) -> {
            var t = new double[classes];
            double sum = 0;
            for (int i = from; i < to; i++) {
                Arrays.fill(t, -Math.log(classes));
                double wrong = 0;
                for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                    double z = ascent.z(i, vote);
                    t[votes.answer(vote)] += z + Math.log(classes - 1);
                    wrong -= GladAscent.softplus(z) + Math.log(classes - 1);
                }
                sum += wrong + normalise(t, gold.labels()[i]);
                for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                    right[vote] = t[votes.answer(vote)];
                }
                for (int k = 0; k < classes; k++) {
                    posterior[k][i] = t[k];
                }
            }
            return sum;
        });
    }

    /// From logarithms to probabilities that add up to one; returns the logarithm of their sum.
    private static double normalise(double[] t, int label) {
        if (label >= 0) {
            double known = t[label];
            Arrays.fill(t, 0);
            t[label] = 1;
            return known;
        }
        double most = Arrays.stream(t).max().orElseThrow();
        double sum = 0;
        for (int k = 0; k < t.length; k++) {
            t[k] = Math.exp(t[k] - most);
            sum += t[k];
        }
        for (int k = 0; k < t.length; k++) {
            t[k] /= sum;
        }
        return most + Math.log(sum);
    }
}
