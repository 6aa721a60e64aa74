package org.voorwerp.consensus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Makes one consensus of all votes. It must not depend on the order in which volunteers or subjects are numbered.
public sealed interface Reducer permits Plurality {

    /// The word for it in challenge.yaml.
    String name();

    /// The consensus of every subject in `votes`, in their order.
    Consensus reduce(Votes votes);

    /// The reducer of that name with its default parameters.
    ///
    /// @throws IllegalArgumentException naming those there are
    @JsonCreator
    static Reducer of(@JsonProperty("name") String name) {
        if (name.equals("plurality")) {
            return new Plurality();
        }
        throw new IllegalArgumentException("there is no reducer " + name + "; there is plurality");
    }
}
