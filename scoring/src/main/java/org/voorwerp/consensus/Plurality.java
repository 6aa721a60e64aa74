package org.voorwerp.consensus;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Truth.ClassAnswers;

/// The class with the most votes: f_ik = n_ik / N_i for class k of subject i, label = argmax over k; every vote
/// counts alike. Without a vote all fractions are 0.
public record Plurality() implements VoteReducer {

    static final String NAME = "plurality";

    @Override
    @JsonProperty
    public String name() {
        return NAME;
    }

    @Override
    public Consensus reduce(Votes votes, Gold gold) {
        int[][] counts = votes.counts();
        int subjects = votes.subjects().size();
        var number = new int[subjects];
        var fractions = new double[counts.length][subjects];
        var labels = new int[subjects];
        var tied = new boolean[subjects];
        for (int i = 0; i < subjects; i++) {
            number[i] = votes.end(i) - votes.start(i);
            for (int k = 0; k < counts.length; k++) {
                fractions[k][i] = number[i] == 0 ? 0 : (double) counts[k][i] / number[i];
                if (k > 0 && counts[k][i] >= counts[labels[i]][i]) {
                    tied[i] = counts[k][i] == counts[labels[i]][i];
                    labels[i] = tied[i] ? labels[i] : k;
                }
            }
        }
        return new Consensus(votes.subjects(), number, new ClassAnswers(votes.classes(), labels, fractions), tied);
    }
}
