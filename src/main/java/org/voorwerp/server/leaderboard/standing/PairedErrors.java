package org.voorwerp.server.leaderboard.standing;

import java.util.OptionalDouble;

/// Compares submissions subject by subject.
public interface PairedErrors {

    /// Where nothing can be compared.
    PairedErrors NONE = (submission, other) -> OptionalDouble.empty();

    /// The standard error of the difference between the public scores of two submissions of a team; empty where it is
    /// not known how subjects move them. The same whenever it is asked for.
    OptionalDouble of(Entry submission, Entry other);
}
