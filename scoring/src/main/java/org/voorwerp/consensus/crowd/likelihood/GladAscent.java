package org.voorwerp.consensus.crowd.likelihood;

import java.util.Arrays;
import org.voorwerp.consensus.crowd.Skills;
import org.voorwerp.consensus.vote.Votes;

/// The maximisation step of [Glad]: Q = Σ_votes t ln σ(z) + (1 − t) ln(1 − σ(z)) − Σ (a_j − 1)²/2 − Σ (β_i −
/// 1)²/2, z = a_j e^{β_i}, with t the probability that a vote is right.
///
/// Given all β the a_j do not know of each other, and the other way round, so each side is moved at once, each
/// of its numbers by a Newton step with the expected curvature. A step after which Q is lower is halved.
final class GladAscent {

    private static final int HALVINGS = 20;

    private final Votes votes;
    private final double[] ability;
    private final double[] ease;

    GladAscent(Votes votes) {
        this.votes = votes;
        ability = new double[votes.volunteers().size()];
        ease = new double[votes.subjects().size()];
        Arrays.fill(ability, 1);
        Arrays.fill(ease, 1);
    }

    double z(int subject, int vote) {
        return ability[votes.volunteer(vote)] * Math.exp(ease[subject]);
    }

    /// ln(1 + e^x).
    static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    double logPrior() {
        return squares(ability) + squares(ease);
    }

    private static double squares(double[] numbers) {
        double sum = 0;
        for (double x : numbers) {
            sum -= (x - 1) * (x - 1) / 2;
        }
        return sum;
    }

    /// @param right how probable it is that each vote is right
    void climb(double[] right, int steps) {
        double q = objective(right);
        for (int step = 0; step < steps; step++) {
            q = move(ability, abilityStep(right), right, q);
            q = move(ease, easeStep(right), right, q);
        }
    }

    private double move(double[] numbers, double[] step, double[] right, double before) {
        var old = numbers.clone();
        double length = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            for (int n = 0; n < numbers.length; n++) {
                numbers[n] = old[n] + length * step[n];
            }
            double q = objective(right);
            if (q >= before) {
                return q;
            }
            length /= 2;
        }
        System.arraycopy(old, 0, numbers, 0, old.length);
        return before;
    }

    private double objective(double[] right) {
        double votesPart = Blocks.of(ease.length).sum((from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                double b = Math.exp(ease[i]);
                for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                    // t ln σ(z) + (1 − t) ln(1 − σ(z)) = t z − ln(1 + e^z)
                    double z = ability[votes.volunteer(vote)] * b;
                    sum += right[vote] * z - softplus(z);
                }
            }
            return sum;
        });
        return votesPart + logPrior();
    }

    private double[] abilityStep(double[] right) {
        var gradient = new double[ability.length];
        var curvature = new double[ability.length];
        for (int i = 0; i < ease.length; i++) {
            double b = Math.exp(ease[i]);
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                int j = votes.volunteer(vote);
                double s = sigmoid(ability[j] * b);
                gradient[j] += (right[vote] - s) * b;
                curvature[j] += s * (1 - s) * b * b;
            }
        }
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = (gradient[j] - (ability[j] - 1)) / (curvature[j] + 1);
        }
        return gradient;
    }

    private double[] easeStep(double[] right) {
        var step = new double[ease.length];
        Blocks.of(ease.length).forEach((from, to) -> {
            for (int i = from; i < to; i++) {
                double b = Math.exp(ease[i]);
                double gradient = -(ease[i] - 1);
                double curvature = 1;
                for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                    double z = ability[votes.volunteer(vote)] * b;
                    double s = sigmoid(z);
                    gradient += (right[vote] - s) * z;
                    curvature += s * (1 - s) * z * z;
                }
                step[i] = Math.clamp(gradient / curvature, -1.0, 1.0);
            }
        });
        return step;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// A volunteer's accuracy is the mean of σ(a_j b_i) over the subjects voted on.
    Skills skills(double[] right, double[] prior) {
        var accuracy = new double[ability.length];
        var unsure = new double[ability.length];
        int[] given = votes.given();
        for (int i = 0; i < ease.length; i++) {
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                int j = votes.volunteer(vote);
                accuracy[j] += sigmoid(z(i, vote)) / given[j];
                unsure[j] += right[vote] * (1 - right[vote]);
            }
        }
        return j -> {
            // Nothing voted on: as good as a new volunteer on a subject of middling ease.
            double a = given[j] == 0 ? sigmoid(Math.E) : Math.clamp(accuracy[j], 0.0, 1.0);
            double worth = Accuracy.worth(given[j], a, unsure[j]);
            return Accuracy.skill(given[j], a, worth, Accuracy.confusion(a, prior.length), prior);
        };
    }
}
