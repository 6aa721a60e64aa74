package org.voorwerp.consensus.crowd;

import java.util.LinkedHashMap;
import java.util.Map;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameters;

/// A model as a recipe names it.
///
/// @param parameters checked
public record ConfiguredModel(CrowdModel model, Parameters parameters) {

    public Fit fit(Votes votes, Gold gold) {
        return model.fit(votes, gold, parameters);
    }

    public Fit fit(Votes votes) {
        return fit(votes, Gold.none(votes));
    }

    /// Every parameter with its value, defaults too: what the provenance of a consensus must say.
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        for (var parameter : model.parameters()) {
            values.put(parameter.name(), parameters.value(parameter.name()));
        }
        return values;
    }
}
