package org.voorwerp.consensus;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.crowd.CrowdModel;
import org.voorwerp.consensus.crowd.CrowdModels;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;

/// Makes one consensus of all votes. It must not depend on the order in which volunteers or subjects are numbered.
public sealed interface VoteReducer extends Reducer permits Plurality, CrowdReducer {

    /// The consensus of every subject in `votes`, in their order.
    ///
    /// @param gold what is known of some of them: models judge volunteers by it
    Consensus reduce(Votes votes, Gold gold);

    /// The same where nothing is known.
    default Consensus reduce(Votes votes) {
        return reduce(votes, Gold.none(votes));
    }

    /// The reducer of that name: plurality or one of the crowd models.
    ///
    /// @param parameters of a crowd model; those left out, and null, have their defaults
    /// @throws IllegalArgumentException saying what is wrong and what there is instead
    static VoteReducer of(String name, @Nullable Map<String, ?> parameters) {
        var given = parameters == null ? Map.<String, Object>of() : parameters;
        if (!name.equals(Plurality.NAME)) {
            return new CrowdReducer(CrowdModels.builtIn().configure(name, given));
        }
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("plurality has no parameters; "
                    + String.join(", ", new TreeSet<>(given.keySet())) + (given.size() == 1 ? " was" : " were")
                    + " given");
        }
        return new Plurality();
    }

    /// Whether there is a reducer of that name.
    static boolean exists(String name) {
        return name.equals(Plurality.NAME)
                || CrowdModels.builtIn().all().stream().map(CrowdModel::name).anyMatch(name::equals);
    }
}
