package org.voorwerp.scoring.metric;

/// A division of numbers into buckets that rise: every number of a bucket is below every number of the next. There are
/// so
/// many that a bucket stays near a processor, however the numbers are spread: where a sample of them has many, buckets
/// are
/// narrow. What comes of sorting does not depend on the sample, only how long it takes.
///
/// Numbers are told apart by their distances from the least one, counted in bits: see [#distance].
final class Buckets {

    /// How many numbers a bucket should have at most.
    private static final int WANTED = 1 << 13;

    private static final int SAMPLE = 1 << 14;

    /// The distances are first divided by their leading bits into ranges, so many at most.
    private static final int MOST_RANGE_BITS = 10;

    /// With fewer, two distances of one bucket could differ in their first two bits.
    private static final int FEWEST_RANGE_BITS = 2;

    /// So many numbers, and there is a range more.
    private static final int NUMBERS_A_RANGE = 1 << 6;

    /// The bits of an entry that hold how many bits are left.
    private static final int LEFT_BITS = 6;

    private final long least;

    /// How many bits of a distance the range leaves.
    private final int rangeLeft;

    /// Of each range its first bucket, and how many bits of a distance its buckets leave.
    private final int[] entries;

    private final int count;

    private Buckets(long least, int rangeLeft, int[] entries, int count) {
        this.least = least;
        this.rangeLeft = rangeLeft;
        this.entries = entries;
        this.count = count;
    }

    /// @param numbers finite
    static Buckets of(double[] numbers) {
        var bounds = Bounds.of(numbers);
        long least = Order.rising(bounds.least());
        int rangeBits = Math.clamp(bits(numbers.length / NUMBERS_A_RANGE), FEWEST_RANGE_BITS, MOST_RANGE_BITS);
        int rangeLeft = Math.max(0, bits(Order.rising(bounds.greatest()) - least) - rangeBits);
        var entries = new int[1 << rangeBits];
        int sample = Math.min(numbers.length, SAMPLE);
        for (int i = 0; i < sample; i++) {
            double number = numbers[(int) ((long) i * numbers.length / sample)];
            entries[(int) ((Order.rising(number) - least) >>> rangeLeft)]++;
        }
        int count = 0;
        for (int range = 0; range < entries.length; range++) {
            long expected = (long) entries[range] * numbers.length / Math.max(1, sample);
            int bucketBits = Math.min(rangeLeft, bits(expected / WANTED));
            entries[range] = count << LEFT_BITS | (rangeLeft - bucketBits);
            count += 1 << bucketBits;
        }
        return new Buckets(least, rangeLeft, entries, count);
    }

    /// How many bits it takes to write a number, which may be unsigned.
    static int bits(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    int count() {
        return count;
    }

    /// How far a number is from the least, as an unsigned number: how many doubles lie between.
    long distance(double number) {
        return Order.rising(number) - least;
    }

    /// In which bucket a number is. Within a bucket, distances have the same first two bits.
    int bucket(long distance) {
        int entry = entries[(int) (distance >>> rangeLeft)];
        long within = distance & ((1L << rangeLeft) - 1);
        return (entry >>> LEFT_BITS) + (int) (within >>> (entry & ((1 << LEFT_BITS) - 1)));
    }

    private record Bounds(double least, double greatest) {

        static Bounds of(double[] numbers) {
            var slices = Slices.of(numbers.length);
            return slices.parallel()
                    .mapToObj(slice -> of(numbers, slices.start(slice), slices.start(slice + 1)))
                    .reduce(new Bounds(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY), Bounds::and);
        }

        private static Bounds of(double[] numbers, int from, int to) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                least = Math.min(least, numbers[i]);
                greatest = Math.max(greatest, numbers[i]);
            }
            return new Bounds(least, greatest);
        }

        private Bounds and(Bounds other) {
            return new Bounds(Math.min(least, other.least), Math.max(greatest, other.greatest));
        }
    }
}
