package org.voorwerp.server.web.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scale on which scores are drawn: from `low` on the left to `high` on the right of [#WIDTH] units.
public record Scale(double low, double high) {

    /// How wide a drawing is.
    public static final int WIDTH = 200;

    private static final int MARGIN = 5;

    /// A label under the scale.
    public record Tick(double x, String label) {}

    /// Something to compare scores with.
    ///
    /// @param kind for the style sheet
    public record Mark(double x, String kind, String says) {}

    /// A score with its interval, in units of the drawing. Where something lies beyond the scale, a pointer stands at
    /// the edge instead of the dot.
    ///
    /// @param from left end of the interval; null if there is none, or none of it is on the scale
    /// @param dot the score; null if it lies beyond
    /// @param beyond -1 if the score lies to the left of the scale, 1 if to the right, else 0
    public record Bar(
            @Nullable Double from,
            @Nullable Double to,
            @Nullable Double dot,
            int beyond) {}

    public Scale {
        if (!(low < high)) {
            // A single score, or equal ones: some room on both sides.
            double room = low == 0 ? 1 : Math.abs(low) * 0.05;
            low -= room;
            high = low + 2 * room;
        }
    }

    public Bar bar(double value, @Nullable Double from, @Nullable Double to) {
        int beyond = value < low ? -1 : value > high ? 1 : 0;
        Double dot = beyond == 0 ? x(value) : null;
        if (from == null || to == null || from > high || to < low) {
            return new Bar(null, null, dot, beyond);
        }
        return new Bar(x(Math.max(low, from)), x(Math.min(high, to)), dot, beyond);
    }

    /// Where a value on the scale stands, to a tenth of a unit.
    public double x(double value) {
        double share = (value - low) / (high - low);
        return Math.round((MARGIN + share * (WIDTH - 2 * MARGIN)) * 10) / 10.0;
    }

    /// Two to five round numbers.
    public List<Tick> ticks() {
        return Ticks.numbers(low, high).stream()
                .map(tick -> new Tick(x(tick.value()), tick.label()))
                .toList();
    }
}
