package org.voorwerp.scoring.metric;

/// Positions of numbers, ordered by rising number.
///
/// @param values the numbers, finite
/// @param positions a permutation; equal numbers keep their order
record Order(double[] values, int[] positions) {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 6;
    private static final int BUCKETS = 1 << DIGIT_BITS;

    /// Sorts by radix, on the bits of the numbers turned so that they rise as the numbers do: linear in their
    /// count, whatever they are.
    static Order of(double[] values) {
        int n = values.length;
        var keys = new long[n];
        var positions = new int[n];
        var counts = new int[DIGITS][BUCKETS];
        for (int i = 0; i < n; i++) {
            keys[i] = rising(values[i]);
            positions[i] = i;
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][digit(keys[i], digit)]++;
            }
        }
        var otherKeys = new long[n];
        var otherPositions = new int[n];
        for (int digit = 0; digit < DIGITS; digit++) {
            if (n == 0 || counts[digit][digit(keys[0], digit)] == n) {
                continue;
            }
            int[] next = starts(counts[digit]);
            for (int i = 0; i < n; i++) {
                int place = next[digit(keys[i], digit)]++;
                otherKeys[place] = keys[i];
                otherPositions[place] = positions[i];
            }
            var keysBefore = keys;
            keys = otherKeys;
            otherKeys = keysBefore;
            var positionsBefore = positions;
            positions = otherPositions;
            otherPositions = positionsBefore;
        }
        return new Order(values, positions);
    }

    int size() {
        return positions.length;
    }

    /// One past the last place whose number equals that at place `from`.
    int tieEnd(int from) {
        double value = values[positions[from]];
        int end = from + 1;
        while (end < positions.length && values[positions[end]] == value) {
            end++;
        }
        return end;
    }

    /// The first place whose number equals that at place `last`.
    int tieStart(int last) {
        double value = values[positions[last]];
        int start = last;
        while (start > 0 && values[positions[start - 1]] == value) {
            start--;
        }
        return start;
    }

    /// Bits that rise, taken as unsigned, as the numbers do.
    static long rising(double value) {
        // Adding zero makes -0.0 the 0.0 it equals.
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }

    private static int digit(long key, int digit) {
        return (int) (key >>> (digit * DIGIT_BITS)) & (BUCKETS - 1);
    }

    private static int[] starts(int[] counts) {
        var starts = new int[counts.length];
        for (int bucket = 1; bucket < counts.length; bucket++) {
            starts[bucket] = starts[bucket - 1] + counts[bucket - 1];
        }
        return starts;
    }
}
