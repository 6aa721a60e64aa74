package org.voorwerp.consensus;

/// Makes one consensus of all votes. It must not depend on the order in which volunteers or subjects are numbered.
public sealed interface Reducer permits Plurality {

    /// The word for it in challenge.yaml.
    String name();

    /// The consensus of every subject in `votes`, in their order.
    Consensus reduce(Votes votes);

    /// The reducer of that name with its default parameters.
    ///
    /// @throws IllegalArgumentException naming those there are
    static Reducer of(String name) {
        if (name.equals("plurality")) {
            return new Plurality();
        }
        throw new IllegalArgumentException("there is no reducer " + name + "; there is plurality");
    }
}
