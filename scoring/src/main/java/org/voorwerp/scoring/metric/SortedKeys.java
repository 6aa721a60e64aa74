package org.voorwerp.scoring.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Whole numbers sorted in linear time on all processors.
///
/// First by the leading bits in which they differ, into so many piles that each stays near a processor, then each
/// pile by radix. A set of numbers has one order, so the result does not depend on how the work is shared.
final class SortedKeys {

    private static final int PILES = 1 << 11;
    private static final int SLICES = 16;
    private static final int DIGIT_BITS = 9;
    private static final int DIGITS = 1 << DIGIT_BITS;

    /// Fewer are sorted faster by comparison.
    private static final int SMALL = 1 << 9;

    private static final int FEW = 1 << 14;

    private final long[] keys;
    private final long[] scratch;
    private final int from;
    private final int to;
    private final long least;
    private final int shift;

    private SortedKeys(long[] keys, long[] scratch, int from, int to, long least, long greatest) {
        this.keys = keys;
        this.scratch = scratch;
        this.from = from;
        this.to = to;
        this.least = least;
        // The difference may not fit into a long, but does into an unsigned one.
        shift = Math.max(0, 64 - Long.numberOfLeadingZeros(greatest - least) - Integer.numberOfTrailingZeros(PILES));
    }

    /// Sorts the keys between `from` and `to`.
    ///
    /// @param scratch as long as `keys`; holds anything afterwards between `from` and `to`
    static void sort(long[] keys, int from, int to, long[] scratch) {
        if (to - from < FEW) {
            Arrays.sort(keys, from, to);
            return;
        }
        var least = new long[SLICES];
        var greatest = new long[SLICES];
        slices().forEach(slice ->
                findBounds(keys, start(slice, from, to), start(slice + 1, from, to), slice, least, greatest));
        long low = Arrays.stream(least).min().orElseThrow();
        long high = Arrays.stream(greatest).max().orElseThrow();
        if (low < high) {
            new SortedKeys(keys, scratch, from, to, low, high).sort();
        }
    }

    private static void findBounds(long[] keys, int from, int to, int slice, long[] least, long[] greatest) {
        long low = keys[from];
        long high = low;
        for (int i = from + 1; i < to; i++) {
            low = Math.min(low, keys[i]);
            high = Math.max(high, keys[i]);
        }
        least[slice] = low;
        greatest[slice] = high;
    }

    private static IntStream slices() {
        return IntStream.range(0, SLICES).parallel();
    }

    private static int start(int slice, int from, int to) {
        return (int) (from + (long) (to - from) * slice / SLICES);
    }

    private void sort() {
        var next = new int[SLICES][];
        slices().forEach(slice -> next[slice] = counts(slice));
        var starts = new int[PILES + 1];
        int at = from;
        for (int pile = 0; pile < PILES; pile++) {
            starts[pile] = at;
            for (var ofSlice : next) {
                int count = ofSlice[pile];
                ofSlice[pile] = at;
                at += count;
            }
        }
        starts[PILES] = to;
        slices().forEach(slice -> spread(slice, next[slice]));
        IntStream.range(0, PILES).parallel().forEach(pile -> sortPile(starts[pile], starts[pile + 1]));
    }

    private int pile(long key) {
        return (int) ((key - least) >>> shift);
    }

    private int[] counts(int slice) {
        var counts = new int[PILES];
        for (int i = start(slice, from, to), end = start(slice + 1, from, to); i < end; i++) {
            counts[pile(keys[i])]++;
        }
        return counts;
    }

    private void spread(int slice, int[] next) {
        for (int i = start(slice, from, to), end = start(slice + 1, from, to); i < end; i++) {
            scratch[next[pile(keys[i])]++] = keys[i];
        }
    }

    /// From the scratch array back to where the keys belong.
    private void sortPile(int start, int end) {
        if (end - start < SMALL) {
            System.arraycopy(scratch, start, keys, start, end - start);
            Arrays.sort(keys, start, end);
            return;
        }
        long[] source = scratch;
        long[] target = keys;
        for (int bit = 0; bit < shift; bit += DIGIT_BITS) {
            if (spreadByDigit(source, target, start, end, bit)) {
                var swapped = source;
                source = target;
                target = swapped;
            }
        }
        if (source != keys) {
            System.arraycopy(source, start, keys, start, end - start);
        }
    }

    /// @return false if all have the same digit, so that nothing was done
    private boolean spreadByDigit(long[] source, long[] target, int start, int end, int bit) {
        var next = new int[DIGITS];
        for (int i = start; i < end; i++) {
            next[digit(source[i], bit)]++;
        }
        if (next[digit(source[start], bit)] == end - start) {
            return false;
        }
        int at = start;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = next[digit];
            next[digit] = at;
            at += count;
        }
        for (int i = start; i < end; i++) {
            target[next[digit(source[i], bit)]++] = source[i];
        }
        return true;
    }

    private int digit(long key, int bit) {
        return (int) ((key - least) >>> bit) & (DIGITS - 1);
    }
}
