package org.voorwerp.consensus.crowd.likelihood;

import java.util.Arrays;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// Each volunteer has a confusion matrix: π^j_kl is the probability of the answer l to a subject of class k (A.
/// Dawid and A. Skene, Applied Statistics 28, 1979). t_ik ∝ p_k Π π^j_kl over the votes on subject i, p_k =
/// mean of t_ik, π^j_kl = (n^j_kl + g_kl) / Σ_l (n^j_kl + g_kl) with expected counts n and pseudo-votes g. The
/// objective is the logarithm of the likelihood Σ_i ln Σ_k p_k Π π^j_kl plus that of the Dirichlet prior Σ_j Σ
/// g_kl ln π^j_kl.
///
/// Pseudo-votes are what keeps volunteers with few votes from having a matrix of noughts and ones. `smoothing`
/// spreads evenly over the answers, so that its weight does not grow with the number of classes; `diagonal` is
/// for the right answer; `crowd` is spread as the whole crowd answers, taking plurality's fractions for the
/// classes: whoever has given few votes answers like everybody. With all three at 0 it is the model of 1979,
/// maximum likelihood, but for a ten-thousand-millionth of a vote that keeps every answer possible: else a
/// class for which a subject has no vote at the start could never be its class.
public final class DawidSkene extends LikelihoodModel {

    private static final String SMOOTHING = "smoothing";
    private static final String DIAGONAL = "diagonal";
    private static final String CROWD = "crowd";

    public DawidSkene() {
        super(
                1000,
                new Parameter.Decimal(SMOOTHING, "pseudo-votes a class, spread evenly over the answers", 0.0, 0, 1e6),
                new Parameter.Decimal(DIAGONAL, "pseudo-votes a class for the right answer", 0.0, 0, 1e6),
                new Parameter.Decimal(CROWD, "pseudo-votes a class, spread as the crowd answers", 4.0, 0, 1e6));
    }

    @Override
    public String name() {
        return "dawid-skene";
    }

    @Override
    public String description() {
        return "a confusion matrix a volunteer, drawn towards the whole crowd's where votes are few";
    }

    @Override
    Maximiser maximiser(Votes votes, Gold gold, Parameters given) {
        return maximiser(votes, gold, given.decimal(SMOOTHING), given.decimal(DIAGONAL), given.decimal(CROWD));
    }

    static Maximiser maximiser(Votes votes, Gold gold, double smoothing, double diagonal, double crowd) {
        int classes = votes.classes().size();
        double[][] pseudo = crowd > 0 ? answers(votes, gold) : new double[classes][classes];
        for (int k = 0; k < classes; k++) {
            for (int l = 0; l < classes; l++) {
                pseudo[k][l] = crowd * pseudo[k][l]
                        + smoothing / classes
                        + (k == l ? diagonal : 0)
                        + ExpectationMaximisation.POSSIBLE;
            }
        }
        return new ConfusionMatrices(votes.cells(), pseudo);
    }

    /// How the whole crowd answers `[class][answer]`, rows adding up to one, if subjects are what vote
    /// fractions say: n_kl = Σ_i f_ik n_il + 1. It sees more confusion than there is, which is the safe side to
    /// err on.
    private static double[][] answers(Votes votes, Gold gold) {
        int classes = votes.classes().size();
        var answers = new double[classes][classes];
        var ofSubject = new int[classes];
        for (int i = 0; i < votes.subjects().size(); i++) {
            int number = votes.end(i) - votes.start(i);
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                ofSubject[votes.answer(vote)]++;
            }
            for (int k = 0; k < classes && number > 0; k++) {
                double f = !gold.knows(i) ? (double) ofSubject[k] / number : gold.labels()[i] == k ? 1 : 0;
                for (int l = 0; l < classes && f > 0; l++) {
                    answers[k][l] += f * ofSubject[l];
                }
            }
            Arrays.fill(ofSubject, 0);
        }
        for (var row : answers) {
            double sum = 0;
            for (int l = 0; l < classes; l++) {
                row[l] += 1;
                sum += row[l];
            }
            for (int l = 0; l < classes; l++) {
                row[l] /= sum;
            }
        }
        return answers;
    }
}
