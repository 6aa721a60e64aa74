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

    /// Sorts the numbers on all processors: into buckets, and then bucket by bucket. It takes an array of their length,
    /// and time that grows with their number, unless somebody sees to it that most fall into one bucket. What comes
    /// of it does not depend on how the work is shared.
    ///
    /// @param numbers finite
    static Steps of(double[] numbers, IntPredicate isPositive) {
        var buckets = Buckets.of(numbers);
        var slices = Slices.of(numbers.length);
        var next = new int[slices.count()][];
        slices.parallel()
                .forEach(slice -> next[slice] = counts(numbers, slices.start(slice), slices.start(slice + 1), buckets));
        int[] starts = starts(next, buckets.count());
        var keys = new long[numbers.length];
        slices.parallel()
                .forEach(slice -> spread(
                        numbers, isPositive, slices.start(slice), slices.start(slice + 1), buckets, next[slice], keys));
        int[] ends = countBuckets(keys, starts, slices.count());
        int size = 0;
        for (int bucket = 0; bucket < ends.length; bucket++) {
            int steps = ends[bucket] - starts[bucket];
            System.arraycopy(keys, starts[bucket], keys, size, steps);
            size += steps;
        }
        return new Steps(keys, size);
    }

    private static int[] counts(double[] numbers, int from, int to, Buckets buckets) {
        var counts = new int[buckets.count()];
        for (int i = from; i < to; i++) {
            counts[buckets.bucket(buckets.distance(numbers[i]))]++;
        }
        return counts;
    }

    /// Makes of how many keys a slice has for a bucket the place of the first of them.
    ///
    /// @return where the buckets start; at the end, where the last ends
    private static int[] starts(int[][] next, int buckets) {
        var starts = new int[buckets + 1];
        int at = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            starts[bucket] = at;
            for (var ofSlice : next) {
                int count = ofSlice[bucket];
                ofSlice[bucket] = at;
                at += count;
            }
        }
        starts[buckets] = at;
        return starts;
    }

    /// A key is a number's distance, and in the last bit whether its subject is positive. The first bit of the
    /// distance does not fit, and does not matter within a bucket.
    private static void spread(
            double[] numbers, IntPredicate isPositive, int from, int to, Buckets buckets, int[] next, long[] keys) {
        for (int i = from; i < to; i++) {
            long distance = buckets.distance(numbers[i]);
            keys[next[buckets.bucket(distance)]++] = distance << 1 | (isPositive.test(i) ? 1 : 0);
        }
    }

    /// Puts the counts of each bucket where its keys begin.
    ///
    /// @return where they end
    private static int[] countBuckets(long[] keys, int[] starts, int slices) {
        var ends = new int[starts.length - 1];
        var buckets = new Slices(ends.length, slices);
        buckets.parallel().forEach(slice -> {
            var sort = new BucketSort();
            for (int bucket = buckets.start(slice); bucket < buckets.start(slice + 1); bucket++) {
                sort.sort(keys, starts[bucket], starts[bucket + 1]);
                ends[bucket] = count(keys, starts[bucket], starts[bucket + 1]);
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
