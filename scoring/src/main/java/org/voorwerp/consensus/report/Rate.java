package org.voorwerp.consensus.report;

import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.merit.Share;
import org.voorwerp.scoring.Interval;

/// A number with its 95 % interval.
///
/// @param of how many votes it rests on
public record Rate(double value, double low, double high, int of) {

    static Rate of(double value, Interval interval, int votes) {
        return new Rate(value, interval.low(), interval.high(), votes);
    }

    /// @return null where nothing could be compared
    static @Nullable Rate of(Share share) {
        return share.of() == 0 ? null : of(share.value(), share.interval(), share.of());
    }
}
