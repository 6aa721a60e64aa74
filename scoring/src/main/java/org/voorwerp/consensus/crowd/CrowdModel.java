package org.voorwerp.consensus.crowd;

import java.util.List;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// A way from votes to a posterior a subject and a skill a volunteer. Implementations are found through
/// `META-INF/services/org.voorwerp.consensus.crowd.CrowdModel`; they hold no state. The same votes, gold and
/// parameters give the same fit whatever the number of threads, and no model depends on how subjects and
/// volunteers are numbered but for rounding.
///
/// Subjects of the gold standard are known: their posterior is their label, and volunteers are judged by it.
public interface CrowdModel {

    /// The word for it in a recipe, e.g. `dawid-skene`.
    String name();

    /// What it does, one sentence.
    String description();

    /// What a recipe can set.
    default List<Parameter> parameters() {
        return List.of();
    }

    /// @param parameters a value for each of [#parameters()]
    /// @throws IllegalArgumentException if it cannot be fitted to these votes, saying why
    Fit fit(Votes votes, Gold gold, Parameters parameters);
}
