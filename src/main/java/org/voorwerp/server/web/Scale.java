package org.voorwerp.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A scale on which scores are drawn: from `low` on the left to `high` on the right of [#WIDTH] units.
record Scale(double low, double high) {

    /// How wide a drawing is.
    static final int WIDTH = 200;

    private static final int MARGIN = 5;

    /// A label under the scale.
    record Tick(double x, String label) {}

    /// A score with its interval, in units of the drawing. Where something lies beyond the scale, a pointer stands at
    /// the edge instead of the dot.
    ///
    /// @param from left end of the interval; null if there is none, or none of it is on the scale
    /// @param dot the score; null if it lies beyond
    /// @param beyond -1 if the score lies to the left of the scale, 1 if to the right, else 0
    record Bar(
            @Nullable Double from,
            @Nullable Double to,
            @Nullable Double dot,
            int beyond) {}

    Scale {
        if (!(low < high)) {
            // A single score, or equal ones: some room on both sides.
            double room = low == 0 ? 1 : Math.abs(low) * 0.05;
            low -= room;
            high = low + 2 * room;
        }
    }

    Bar bar(double value, @Nullable Double from, @Nullable Double to) {
        int beyond = value < low ? -1 : value > high ? 1 : 0;
        Double dot = beyond == 0 ? x(value) : null;
        if (from == null || to == null || from > high || to < low) {
            return new Bar(null, null, dot, beyond);
        }
        return new Bar(x(Math.max(low, from)), x(Math.min(high, to)), dot, beyond);
    }

    /// Where a value on the scale stands, to a tenth of a unit.
    double x(double value) {
        double share = (value - low) / (high - low);
        return Math.round((MARGIN + share * (WIDTH - 2 * MARGIN)) * 10) / 10.0;
    }

    /// Two to five round numbers.
    List<Tick> ticks() {
        double step = step((high - low) / 2);
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        var ticks = new ArrayList<Tick>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(new Tick(
                    x(i * step),
                    String.format(Locale.ROOT, "%." + decimals + "f", i * step).replace('-', '−')));
        }
        return ticks;
    }

    /// The largest of 1, 2 and 5 times a power of ten that is not above `atMost`.
    private static double step(double atMost) {
        double power = Math.pow(10, Math.floor(Math.log10(atMost)));
        double mantissa = atMost / power;
        return (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1) * power;
    }
}
