package org.voorwerp.consensus.merit;

import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;

/// How often out of how many times.
///
/// @param of how many votes could be compared
/// @param value the share, NaN where `of` is 0
/// @param interval 95 %, the whole range where nothing could be compared
public record Share(int of, double value, Interval interval) {

    static Share of(double agreed, int compared) {
        double value = agreed / compared;
        return new Share(compared, value, Intervals.share(compared == 0 ? 0 : Math.clamp(value, 0.0, 1.0), compared));
    }
}
