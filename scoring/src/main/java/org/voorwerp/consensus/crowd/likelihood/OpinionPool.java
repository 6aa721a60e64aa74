package org.voorwerp.consensus.crowd.likelihood;

import org.voorwerp.consensus.crowd.CrowdModel;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameters;

/// The mean of three opinions (a linear pool: M. Stone, Annals of Mathematical Statistics 32, 1961): plurality's
/// fractions (n_ik + 1/K) / (N_i + 1), [DawidSkene] and [Mace] with estimated prior, each a third.
///
/// No model is best on every crowd, and each of the two goes below plurality where what it assumes does not
/// hold. In the mean a label leaves plurality only where one model is surer than plurality and the other is
/// against it, or both agree. The posterior is far less over-confident than that of a single model. Skills are
/// Dawid and Skene's.
public final class OpinionPool implements CrowdModel {

    /// Pseudo-votes for competence and habit in [Mace].
    private static final double MACE = 1;

    /// Pseudo-votes a class in [DawidSkene].
    private static final double CROWD = 4;

    private static final ExpectationMaximisation ROUNDS = new ExpectationMaximisation(1000, 1e-6);

    @Override
    public String name() {
        return "opinion-pool";
    }

    @Override
    public String description() {
        return "the mean of plurality, Dawid-Skene and MACE";
    }

    @Override
    public Fit fit(Votes votes, Gold gold, Parameters parameters) {
        var matrices = ROUNDS.fit(votes, gold, DawidSkene.maximiser(votes, gold, 0, 0, CROWD));
        var pooled = matrices.posterior();
        add(
                pooled,
                ROUNDS.fit(votes, gold, Mace.maximiser(votes, MACE, MACE, true)).posterior());
        addPlurality(pooled, votes, gold);
        for (var ofClass : pooled) {
            for (int i = 0; i < ofClass.length; i++) {
                ofClass[i] /= 3;
            }
        }
        return new Fit(pooled, matrices.classes(), matrices.skills(), matrices.convergence(), Fit.Kind.PROBABILITIES);
    }

    private static void add(double[][] sum, double[][] posterior) {
        for (int k = 0; k < sum.length; k++) {
            for (int i = 0; i < sum[k].length; i++) {
                sum[k][i] += posterior[k][i];
            }
        }
    }

    private static void addPlurality(double[][] sum, Votes votes, Gold gold) {
        for (int i = 0; i < votes.subjects().size(); i++) {
            if (gold.knows(i)) {
                sum[gold.labels()[i]][i] += 1;
                continue;
            }
            double all = votes.end(i) - votes.start(i) + 1.0;
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                sum[votes.answer(vote)][i] += 1 / all;
            }
            for (var ofClass : sum) {
                ofClass[i] += 1 / (all * sum.length);
            }
        }
    }
}
