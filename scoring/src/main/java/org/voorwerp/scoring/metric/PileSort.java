package org.voorwerp.scoring.metric;

import java.util.Arrays;

/// Sorts piles of keys one after another, in arrays of its own that stay near the processor. A pile is put into as
/// many heaps as it has keys, by the leading bits in which they differ; what then still stands in the wrong order
/// stands near its place. Where heaps hold too many different keys for that, or the pile is too large, the JDK
/// sorts.
final class PileSort {

    /// A pile of more does not stay near the processor; mostly it is of one number.
    private static final int LARGE = 1 << 17;

    /// So many moves a key are worth trying.
    private static final int PATIENCE = 8;

    private long[] heaped = {};
    private int[] next = {};

    /// Puts the keys between `from` and `to` in order but for their last bits.
    ///
    /// @param keys of one sign
    void sort(long[] keys, int from, int to) {
        int size = to - from;
        if (size > LARGE || size > 1 && !isSortedByHeaps(keys, from, to)) {
            Arrays.sort(keys, from, to);
        }
    }

    private boolean isSortedByHeaps(long[] keys, int from, int to) {
        int size = to - from;
        heap(keys, from, to);
        long patience = (long) PATIENCE * size;
        for (int i = 1; i < size && patience >= 0; i++) {
            long key = heaped[i];
            int at = i;
            for (; at > 0 && heaped[at - 1] >> 1 > key >> 1; at--) {
                heaped[at] = heaped[at - 1];
            }
            heaped[at] = key;
            patience -= i - at;
        }
        if (patience >= 0) {
            System.arraycopy(heaped, 0, keys, from, size);
        }
        return patience >= 0;
    }

    private void heap(long[] keys, int from, int to) {
        long least = keys[from];
        long greatest = least;
        for (int i = from + 1; i < to; i++) {
            least = Math.min(least, keys[i]);
            greatest = Math.max(greatest, keys[i]);
        }
        int heapBits = Piles.bits(to - from);
        int shift = Math.max(0, Piles.bits(greatest - least) - heapBits);
        int heaps = 1 << heapBits;
        if (heaped.length < heaps) {
            heaped = new long[heaps];
            next = new int[heaps + 1];
        }
        Arrays.fill(next, 0, heaps + 1, 0);
        for (int i = from; i < to; i++) {
            next[(int) ((keys[i] - least) >>> shift) + 1]++;
        }
        for (int heap = 1; heap < heaps; heap++) {
            next[heap] += next[heap - 1];
        }
        for (int i = from; i < to; i++) {
            heaped[next[(int) ((keys[i] - least) >>> shift)]++] = keys[i];
        }
    }
}
