package org.voorwerp.consensus.crowd.likelihood;

import java.util.List;
import org.voorwerp.consensus.crowd.Convergence;
import org.voorwerp.consensus.crowd.CrowdModel;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// Space Warps' analysis pipeline (P. Marshall et al. 2016, MNRAS 455, 1171): each volunteer's [SwapAgent]
/// learns from training subjects, those of the gold standard, how often it recognises either class, and each
/// vote moves its subject's probability by Bayes' rule. For two classes.
///
/// The order of votes is not kept, so every agent sees its training subjects first; a live project feeds
/// [SwapAgent] as votes come in.
public final class Swap implements CrowdModel {

    private static final String POSITIVE = "positive";
    private static final String PRIOR = "prior";
    private static final String SKILL = "skill";
    private static final String WEIGHT = "weight";

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public String description() {
        return "volunteers learn from training subjects, votes move a subject's probability by Bayes' rule";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole(POSITIVE, "which class is looked for: its place among the two, from 0", 1, 0, 1),
                new Parameter.Decimal(PRIOR, "how probable that class is before any vote", 0.5, 1e-9, 1 - 1e-9),
                new Parameter.Decimal(SKILL, "how often a new volunteer is taken to be right", 0.5, 0.01, 0.99),
                new Parameter.Decimal(WEIGHT, "how many training subjects that is worth", 2.0, 1e-3, 1e6));
    }

    @Override
    public Fit fit(Votes votes, Gold gold, Parameters parameters) {
        if (votes.classes().size() != 2) {
            throw new IllegalArgumentException("swap tells two classes apart, and there are "
                    + votes.classes().size() + ": " + String.join(", ", votes.classes()));
        }
        if (gold.size() == 0) {
            throw new IllegalArgumentException(
                    "swap needs training subjects: give the labels of some as gold standard");
        }
        int positive = parameters.whole(POSITIVE);
        var agents = new SwapAgent[votes.volunteers().size()];
        for (int j = 0; j < agents.length; j++) {
            agents[j] = new SwapAgent(parameters.decimal(SKILL), parameters.decimal(WEIGHT));
        }
        train(votes, gold, positive, agents);
        var posterior = new double[2][votes.subjects().size()];
        for (int i = 0; i < votes.subjects().size(); i++) {
            double p = parameters.decimal(PRIOR);
            for (int vote = votes.start(i); vote < votes.end(i) && !gold.knows(i); vote++) {
                p = agents[votes.volunteer(vote)].judge(p, votes.answer(vote) == positive);
            }
            p = gold.knows(i) ? gold.labels()[i] == positive ? 1 : 0 : p;
            posterior[positive][i] = p;
            posterior[1 - positive][i] = 1 - p;
        }
        var prior = new double[2];
        prior[positive] = parameters.decimal(PRIOR);
        prior[1 - positive] = 1 - prior[positive];
        int[] given = votes.given();
        return new Fit(
                posterior,
                prior,
                j -> agents[j].skill(given[j], positive, prior),
                Convergence.FIXED,
                Fit.Kind.PROBABILITIES);
    }

    private static void train(Votes votes, Gold gold, int positive, SwapAgent[] agents) {
        for (int i = 0; i < votes.subjects().size(); i++) {
            for (int vote = votes.start(i); vote < votes.end(i) && gold.knows(i); vote++) {
                agents[votes.volunteer(vote)].train(gold.labels()[i] == positive, votes.answer(vote) == positive);
            }
        }
    }
}
