package org.voorwerp.consensus.crowd;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;

/// What models make of the same votes. Each is fitted once, when it is first asked for: a fit of many votes takes long.
public final class Fits {

    private final Votes votes;
    private final Gold gold;
    private final SequencedMap<String, Fit> made = new LinkedHashMap<>();

    public Fits(Votes votes, Gold gold) {
        this.votes = votes;
        this.gold = gold;
    }

    /// The model's fit. A model has one: under the parameters with which it was asked for first.
    public Fit of(ConfiguredModel model) {
        var name = model.model().name();
        var fit = made.get(name);
        if (fit == null) {
            fit = model.fit(votes, gold);
            made.put(name, fit);
        }
        return fit;
    }

    public Votes votes() {
        return votes;
    }

    /// What the models were told.
    public Gold gold() {
        return gold;
    }

    /// Those made so far by the name of their model, in the order in which they were asked for.
    public Map<String, Fit> made() {
        return Collections.unmodifiableMap(made);
    }
}
