package org.voorwerp.consensus.crowd.weighting;

import java.util.Arrays;
import org.voorwerp.consensus.crowd.CrowdModel;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameters;

/// Every vote counts alike. A volunteer's skill is the agreement with the consensus.
public final class PluralityVotes implements CrowdModel {

    @Override
    public String name() {
        return "plurality";
    }

    @Override
    public String description() {
        return "every vote counts alike";
    }

    @Override
    public Fit fit(Votes votes, Gold gold, Parameters parameters) {
        var weights = new double[votes.volunteers().size()];
        Arrays.fill(weights, 1);
        return WeightedVotes.under(votes, gold, weights);
    }
}
