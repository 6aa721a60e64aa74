package org.voorwerp.consensus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.voorwerp.consensus.crowd.ConfiguredModel;
import org.voorwerp.consensus.crowd.CrowdModels;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.crowd.Fits;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Truth.ClassAnswers;

/// The most probable class by a crowd model. The fractions beside it stay those of the votes, which a posterior
/// is not; where the model weighs votes they are the weighted ones.
///
/// @param configured the model with its parameters
public record CrowdReducer(@JsonIgnore ConfiguredModel configured) implements VoteReducer {

    /// Posteriors closer than this are tied.
    private static final double SAME = 1e-12;

    /// The model taken where none is named, which also judges where votes are only counted: how surely a subject is
    /// known, and who counts well.
    public static CrowdReducer standard() {
        return new CrowdReducer(CrowdModels.builtIn().configure(CrowdModels.STANDARD, Map.of()));
    }

    @Override
    @JsonProperty
    public String name() {
        return configured.model().name();
    }

    /// Every parameter, defaults too.
    @JsonProperty
    public Map<String, Object> parameters() {
        return configured.values();
    }

    @Override
    public Consensus reduce(Votes votes, Gold gold) {
        return votes.size() == 0 ? new Plurality().reduce(votes) : consensus(votes, fit(new Fits(votes, gold)));
    }

    /// What a fit says.
    public static Consensus consensus(Votes votes, Fit fit) {
        var counted = new Plurality().reduce(votes);
        var tied = new boolean[counted.tied().length];
        int[] labels = fit.labels();
        for (int i = 0; i < tied.length; i++) {
            for (int k = 0; k < fit.posterior().length; k++) {
                tied[i] |= k != labels[i] && fit.posterior()[k][i] >= fit.posterior()[labels[i]][i] - SAME;
            }
        }
        var fractions =
                fit.kind() == Fit.Kind.FRACTIONS ? fit.posterior() : ((ClassAnswers) counted.answers()).fractions();
        return new Consensus(
                votes.subjects(), counted.votes(), new ClassAnswers(votes.classes(), labels, fractions), tied);
    }

    /// The model's fit.
    ///
    /// @throws ConsensusException if it is not for such votes
    public Fit fit(Fits fits) {
        try {
            return fits.of(configured);
        } catch (IllegalArgumentException e) {
            throw ConsensusException.of(configured.model().name() + " does not fit these votes: " + e.getMessage());
        }
    }
}
