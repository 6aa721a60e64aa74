package org.voorwerp.server.dataset.profile;

import java.util.ArrayList;
import java.util.List;

/// Counts values in bins without knowing beforehand where they lie: the bins' width is a power of two, and is doubled
/// whenever a value does not fit. Every count is exact, and memory is [#BINS] numbers however many values come.
final class HistogramSketch {

    static final int BINS = 64;

    private long[] counts = new long[BINS];
    /// Bin `i` reaches from `i * width` to `(i + 1) * width`; 0 until two values differ.
    private double width;
    /// The lowest and the highest bin that are not empty. They are less than [#BINS] apart, so each bin between has a
    /// place of its own in `counts`: its number modulo [#BINS].
    private long low;

    private long high;
    private double only;
    private long onlyCount;

    /// @param value a finite number
    void add(double value) {
        if (width == 0) {
            if (onlyCount == 0 || value == only) {
                only = value;
                onlyCount++;
                return;
            }
            spread(value);
        }
        place(value, 1);
    }

    /// Chooses a width by which the first two values that differ lie 32 to 64 bins apart.
    private void spread(double second) {
        width = Math.scalb(1.0, Math.getExponent(second - only) - 5);
        low = bin(only);
        high = low;
        place(only, onlyCount);
    }

    private void place(double value, long count) {
        while (Math.max(high, bin(value)) - Math.min(low, bin(value)) >= BINS) {
            widen();
        }
        long bin = bin(value);
        low = Math.min(low, bin);
        high = Math.max(high, bin);
        counts[Math.floorMod(bin, BINS)] += count;
    }

    private void widen() {
        var wider = new long[BINS];
        for (long bin = low; bin <= high; bin++) {
            wider[Math.floorMod(Math.floorDiv(bin, 2L), BINS)] += counts[Math.floorMod(bin, BINS)];
        }
        counts = wider;
        low = Math.floorDiv(low, 2L);
        high = Math.floorDiv(high, 2L);
        width *= 2;
    }

    private long bin(double value) {
        return (long) Math.floor(value / width);
    }

    /// What was counted; at least one value must have been.
    Histogram histogram() {
        if (width == 0) {
            return new Histogram(only, 0, List.of(onlyCount));
        }
        var bins = new ArrayList<Long>();
        for (long bin = low; bin <= high; bin++) {
            bins.add(counts[Math.floorMod(bin, BINS)]);
        }
        return new Histogram(low * width, width, bins);
    }
}
