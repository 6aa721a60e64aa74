package org.voorwerp.scoring.metric;

import java.util.function.IntPredicate;

/// The distinct numbers among many, rising, each with how many negative and how many positive subjects have it: all
/// that a ranking of two kinds of subjects says.
///
/// @param counts of each number, negatives in the first half of the bits and positives in the second
/// @param size how many distinct numbers there are; what follows in `counts` means nothing
record Steps(long[] counts, int size) {

    int negatives(int step) {
        return (int) (counts[step] >>> Integer.SIZE);
    }

    int positives(int step) {
        return (int) counts[step];
    }

    /// Sorts the numbers on all processors: into piles, and then pile by pile. It takes an array of their length,
    /// and time that grows with their number, unless somebody sees to it that most fall into one pile. What comes
    /// of it does not depend on how the work is shared.
    ///
    /// @param numbers finite
    static Steps of(double[] numbers, IntPredicate isPositive) {
        var piles = Piles.of(numbers);
        var slices = Slices.of(numbers.length);
        var next = new int[slices.count()][];
        slices.parallel()
                .forEach(slice -> next[slice] = counts(numbers, slices.start(slice), slices.start(slice + 1), piles));
        int[] starts = starts(next, piles.count());
        var keys = new long[numbers.length];
        slices.parallel()
                .forEach(slice -> spread(
                        numbers, isPositive, slices.start(slice), slices.start(slice + 1), piles, next[slice], keys));
        int[] ends = countPiles(keys, starts, slices.count());
        int size = 0;
        for (int pile = 0; pile < ends.length; pile++) {
            int steps = ends[pile] - starts[pile];
            System.arraycopy(keys, starts[pile], keys, size, steps);
            size += steps;
        }
        return new Steps(keys, size);
    }

    private static int[] counts(double[] numbers, int from, int to, Piles piles) {
        var counts = new int[piles.count()];
        for (int i = from; i < to; i++) {
            counts[piles.pile(piles.distance(numbers[i]))]++;
        }
        return counts;
    }

    /// Makes of how many keys a slice has for a pile the place of the first of them.
    ///
    /// @return where the piles start; at the end, where the last ends
    private static int[] starts(int[][] next, int piles) {
        var starts = new int[piles + 1];
        int at = 0;
        for (int pile = 0; pile < piles; pile++) {
            starts[pile] = at;
            for (var ofSlice : next) {
                int count = ofSlice[pile];
                ofSlice[pile] = at;
                at += count;
            }
        }
        starts[piles] = at;
        return starts;
    }

    /// A key is a number's distance, and in the last bit whether its subject is positive. The first bit of the
    /// distance does not fit, and does not matter within a pile.
    private static void spread(
            double[] numbers, IntPredicate isPositive, int from, int to, Piles piles, int[] next, long[] keys) {
        for (int i = from; i < to; i++) {
            long distance = piles.distance(numbers[i]);
            keys[next[piles.pile(distance)]++] = distance << 1 | (isPositive.test(i) ? 1 : 0);
        }
    }

    /// Puts the counts of each pile where its keys begin.
    ///
    /// @return where they end
    private static int[] countPiles(long[] keys, int[] starts, int slices) {
        var ends = new int[starts.length - 1];
        var piles = new Slices(ends.length, slices);
        piles.parallel().forEach(slice -> {
            var sort = new PileSort();
            for (int pile = piles.start(slice); pile < piles.start(slice + 1); pile++) {
                sort.sort(keys, starts[pile], starts[pile + 1]);
                ends[pile] = count(keys, starts[pile], starts[pile + 1]);
            }
        });
        return ends;
    }

    /// Puts counts in the place of sorted keys.
    ///
    /// @return where the counts end
    private static int count(long[] keys, int from, int to) {
        int end = from;
        for (int at = from, next; at < to; at = next) {
            long distance = keys[at] >>> 1;
            int positives = 0;
            for (next = at; next < to && keys[next] >>> 1 == distance; next++) {
                positives += (int) keys[next] & 1;
            }
            keys[end++] = (long) (next - at - positives) << Integer.SIZE | positives;
        }
        return end;
    }
}
