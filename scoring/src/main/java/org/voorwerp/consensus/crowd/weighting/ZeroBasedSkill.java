package org.voorwerp.consensus.crowd.weighting;

import java.util.Arrays;
import java.util.List;
import org.voorwerp.consensus.crowd.CrowdModel;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// Wawa over and over, as crowd-kit defines it: skills begin at those of a guess, 1/K, and move towards the
/// agreement with the labels that votes weighted by skill give, s_j ← s_j + r (a_j − s_j), with a rate r that
/// is halved every twenty rounds.
public final class ZeroBasedSkill implements CrowdModel {

    private static final String ROUNDS = "rounds";
    private static final int HALVED_EVERY = 20;
    private static final double ABOVE_GUESS = 1e-5;
    private static final double STILL = 1e-5;

    @Override
    public String name() {
        return "zero-based-skill";
    }

    @Override
    public String description() {
        return "votes weigh as often as their volunteer agrees with the weighted votes, again and again";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter.Whole(ROUNDS, "how often skills are found anew at most", 100, 1, 10_000));
    }

    @Override
    public Fit fit(Votes votes, Gold gold, Parameters parameters) {
        var skill = new double[votes.volunteers().size()];
        Arrays.fill(skill, 1.0 / votes.classes().size() + ABOVE_GUESS);
        double rate = 1;
        boolean still = false;
        for (int round = 1; round <= parameters.whole(ROUNDS) && !still; round++) {
            if (round % HALVED_EVERY == 0) {
                rate /= 2;
            }
            var agreement =
                    WeightedVotes.agreement(votes, WeightedVotes.labels(WeightedVotes.fractions(votes, gold, skill)));
            double moved = 0;
            for (int j = 0; j < skill.length; j++) {
                double step = rate * (agreement[j] - skill[j]);
                skill[j] += step;
                moved += Math.abs(step);
            }
            still = moved / skill.length < STILL;
        }
        return WeightedVotes.fit(votes, WeightedVotes.fractions(votes, gold, skill), skill);
    }
}
