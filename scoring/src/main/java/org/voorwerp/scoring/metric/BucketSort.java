package org.voorwerp.scoring.metric;

import java.util.Arrays;

/// Sorts buckets of keys one after another, in arrays of its own that stay near the processor. A bucket is put into as
/// many bins as it has keys, by the leading bits in which they differ; what then still stands in the wrong order
/// stands near its place. Where bins hold too many different keys for that, or the bucket is too large, the JDK
/// sorts.
final class BucketSort {

    /// A bucket of more does not stay near the processor; mostly it is of one number.
    private static final int LARGE = 1 << 17;

    /// So many moves a key are worth trying.
    private static final int PATIENCE = 8;

    private long[] binned = {};
    private int[] next = {};

    /// Puts the keys between `from` and `to` in order but for their last bits.
    ///
    /// @param keys of one sign
    void sort(long[] keys, int from, int to) {
        int size = to - from;
        if (size > LARGE || size > 1 && !isSortedByBins(keys, from, to)) {
            Arrays.sort(keys, from, to);
        }
    }

    private boolean isSortedByBins(long[] keys, int from, int to) {
        int size = to - from;
        bin(keys, from, to);
        long patience = (long) PATIENCE * size;
        for (int i = 1; i < size && patience >= 0; i++) {
            long key = binned[i];
            int at = i;
            for (; at > 0 && binned[at - 1] >> 1 > key >> 1; at--) {
                binned[at] = binned[at - 1];
            }
            binned[at] = key;
            patience -= i - at;
        }
        if (patience >= 0) {
            System.arraycopy(binned, 0, keys, from, size);
        }
        return patience >= 0;
    }

    private void bin(long[] keys, int from, int to) {
        long least = keys[from];
        long greatest = least;
        for (int i = from + 1; i < to; i++) {
            least = Math.min(least, keys[i]);
            greatest = Math.max(greatest, keys[i]);
        }
        int binBits = Buckets.bits(to - from);
        int shift = Math.max(0, Buckets.bits(greatest - least) - binBits);
        int bins = 1 << binBits;
        if (binned.length < bins) {
            binned = new long[bins];
            next = new int[bins + 1];
        }
        Arrays.fill(next, 0, bins + 1, 0);
        for (int i = from; i < to; i++) {
            next[(int) ((keys[i] - least) >>> shift) + 1]++;
        }
        for (int bin = 1; bin < bins; bin++) {
            next[bin] += next[bin - 1];
        }
        for (int i = from; i < to; i++) {
            binned[next[(int) ((keys[i] - least) >>> shift)]++] = keys[i];
        }
    }
}
