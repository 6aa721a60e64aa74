package org.voorwerp.consensus.crowd.likelihood;

import java.util.List;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// Each volunteer either knows the class, with probability θ_j, or answers without looking, l with probability
/// ξ_jl (D. Hovy, T. Berg-Kirkpatrick, A. Vaswani and E. Hovy, NAACL 2013): π^j_kl = θ_j [k = l] + (1 − θ_j)
/// ξ_jl. So it sees who always gives the same answer, with K numbers a volunteer where Dawid and Skene's matrix
/// has K (K − 1).
///
/// Fitted by maximum a posteriori instead of the paper's random restarts of variational Bayes: it begins with
/// vote fractions, so it needs no seed. All classes are equally probable in the paper; `prior: estimated`
/// learns how frequent each is. The default stops after ten rounds: further on, volunteers run to knowing all
/// or nothing.
public final class Mace extends LikelihoodModel {

    private static final String COMPETENCE = "competence";
    private static final String STRATEGY = "strategy";
    private static final String PRIOR = "prior";
    private static final String UNIFORM = "uniform";
    private static final String ESTIMATED = "estimated";

    public Mace() {
        super(
                10,
                new Parameter.Decimal(COMPETENCE, "pseudo-votes that knew, and as many that did not", 2.0, 0, 1e6),
                new Parameter.Decimal(STRATEGY, "pseudo-votes an answer for the habit", 0.3, 1e-6, 1e6),
                new Parameter.Choice(
                        PRIOR, "whether all classes are equally probable", UNIFORM, List.of(UNIFORM, ESTIMATED)));
    }

    @Override
    public String name() {
        return "mace";
    }

    @Override
    public String description() {
        return "volunteers either know the class or answer as is their habit";
    }

    @Override
    Maximiser maximiser(Votes votes, Gold gold, Parameters given) {
        return maximiser(
                votes,
                given.decimal(COMPETENCE),
                given.decimal(STRATEGY),
                given.choice(PRIOR).equals(ESTIMATED));
    }

    static Maximiser maximiser(Votes votes, double competence, double strategy, boolean estimated) {
        int classes = votes.classes().size();
        return new Habits(votes.cells(), votes.given(), classes, competence, strategy, estimated);
    }
}
