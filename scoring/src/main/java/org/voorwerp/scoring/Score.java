package org.voorwerp.scoring;

import org.jspecify.annotations.Nullable;

/// What a metric says of a submission.
///
/// @param value finite
/// @param interval its uncertainty; null only for a metric that cannot say
public record Score(double value, @Nullable Interval interval) {

    public Score {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a score must be finite, not " + value);
        }
    }
}
