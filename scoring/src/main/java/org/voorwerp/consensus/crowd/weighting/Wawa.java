package org.voorwerp.consensus.crowd.weighting;

import java.util.Arrays;
import org.voorwerp.consensus.crowd.CrowdModel;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameters;

/// Worker agreement with aggregate: a volunteer weighs as much as the share of the votes that agree with
/// plurality, of several classes with most votes with the first.
public final class Wawa implements CrowdModel {

    @Override
    public String name() {
        return "wawa";
    }

    @Override
    public String description() {
        return "votes weigh as often as their volunteer agrees with plurality";
    }

    @Override
    public Fit fit(Votes votes, Gold gold, Parameters parameters) {
        var ones = new double[votes.volunteers().size()];
        Arrays.fill(ones, 1);
        var skill = WeightedVotes.agreement(votes, WeightedVotes.labels(WeightedVotes.fractions(votes, gold, ones)));
        return WeightedVotes.fit(votes, WeightedVotes.fractions(votes, gold, skill), skill);
    }
}
