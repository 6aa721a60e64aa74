package org.voorwerp.consensus.crowd.likelihood;

import java.util.List;
import java.util.stream.Stream;
import org.voorwerp.consensus.crowd.CrowdModel;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// A model in which a vote depends on its volunteer and the subject's class only, fitted by
/// [ExpectationMaximisation]: what makes it a model is its [Maximiser].
abstract class LikelihoodModel implements CrowdModel {

    private final List<Parameter> parameters;

    /// @param own its own parameters
    /// @param iterations at most, where nothing is said
    LikelihoodModel(int iterations, Parameter... own) {
        parameters = Stream.concat(Stream.of(own), ExpectationMaximisation.parameters(iterations, 1e-6).stream())
                .toList();
    }

    /// How volunteers are learnt from what they are expected to have said.
    abstract Maximiser maximiser(Votes votes, Gold gold, Parameters given);

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public final Fit fit(Votes votes, Gold gold, Parameters given) {
        return ExpectationMaximisation.of(given).fit(votes, gold, maximiser(votes, gold, given));
    }
}
