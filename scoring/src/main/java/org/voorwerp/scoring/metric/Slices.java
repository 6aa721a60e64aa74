package org.voorwerp.scoring.metric;

import java.util.stream.IntStream;

/// A range cut into slices of about the same length, which several threads work on. How many there are depends on its
/// length only, so what is added up slice by slice is the same on every machine.
///
/// @param size how long the range is
/// @param count how many slices there are, at least one
record Slices(int size, int count) {

    private static final int MOST = 32;

    /// Less is not worth a thread.
    private static final int SHORTEST = 1 << 12;

    static Slices of(int size) {
        return new Slices(size, Math.clamp(size / SHORTEST, 1, MOST));
    }

    /// Where a slice begins, and the one before it ends.
    int start(int slice) {
        return (int) ((long) size * slice / count);
    }

    /// The slices' numbers, for all processors.
    IntStream parallel() {
        return IntStream.range(0, count).parallel();
    }
}
