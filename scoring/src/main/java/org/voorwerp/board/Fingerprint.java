package org.voorwerp.board;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Predictions.TextCells;

/// What is kept of a submission to find copies of it among other teams': a digest of all predictions and a sample of
/// them, in the order of the subjects, so that the order of the file plays no part. Numbers count to six significant
/// digits, so that a little noise does not hide a copy.
///
/// @param digest equal for equal predictions
/// @param sample the predictions of up to [#SAMPLE] subjects, spread evenly over the test set, each as 32 bits
public record Fingerprint(long digest, int[] sample) {

    /// Enough that a share of 99.5 % is known to a quarter of a percent.
    public static final int SAMPLE = 4096;

    /// From this share of equal predictions on two submissions count as copies.
    public static final double COPY = 0.995;

    private static final double DIGITS = 1e5;
    private static final double LOG_10_OF_2 = Math.log10(2);

    /// All powers of ten that are doubles with all their digits, from 10⁻³⁰⁸ to 10³⁰⁸.
    private static final int LARGEST_EXPONENT = 308;

    private static final double[] POWERS = IntStream.rangeClosed(-LARGEST_EXPONENT, LARGEST_EXPONENT)
            .mapToDouble(exponent -> Double.parseDouble("1e" + exponent))
            .toArray();

    public static Fingerprint of(Predictions predictions) {
        long[] rows = rows(predictions);
        long digest = rows.length;
        for (long row : rows) {
            digest = mix(digest ^ row);
        }
        int size = Math.min(SAMPLE, rows.length);
        var sample = new int[size];
        for (int i = 0; i < size; i++) {
            sample[i] = (int) (rows[(int) ((long) i * rows.length / size)] >>> 32);
        }
        return new Fingerprint(digest, sample);
    }

    /// The share of the sampled subjects for which both predict the same, from 0 to 1.
    ///
    /// @throws IllegalArgumentException if they are of different test sets
    public double agreement(Fingerprint other) {
        if (sample.length != other.sample.length) {
            throw new IllegalArgumentException(sample.length + " subjects against " + other.sample.length);
        }
        if (digest == other.digest) {
            return 1;
        }
        int same = 0;
        for (int i = 0; i < sample.length; i++) {
            same += sample[i] == other.sample[i] ? 1 : 0;
        }
        return same / (double) Math.max(1, sample.length);
    }

    /// Whether one is a copy of the other, as far as that can be told.
    public boolean isCopyOf(Fingerprint other) {
        return agreement(other) > COPY;
    }

    /// A hash of each subject's prediction.
    static long[] rows(Predictions predictions) {
        var rows = new long
                [predictions.columns().isEmpty()
                        ? 0
                        : size(predictions.columns().getFirst())];
        for (var cells : predictions.columns()) {
            for (int i = 0; i < rows.length; i++) {
                rows[i] = mix(rows[i] ^ bits(cells, i));
            }
        }
        return rows;
    }

    private static int size(Predictions.Cells cells) {
        return switch (cells) {
            case ClassCells(var indices) -> indices.length;
            case NumberCells(var values) -> values.length;
            case TextCells(var texts) -> texts.size();
        };
    }

    private static long bits(Predictions.Cells cells, int row) {
        return switch (cells) {
            case ClassCells(var indices) -> indices[row] + 1L;
            case NumberCells(var values) -> Double.doubleToLongBits(significant(values[row]));
            case TextCells(var texts) ->
                texts.get(row).chars().asLongStream().reduce(texts.get(row).length(), (hash, c) -> mix(hash ^ c));
        };
    }

    /// A number in six significant digits; one too small for that many, zero.
    static double significant(double value) {
        double size = Math.abs(value);
        if (size < Double.MIN_NORMAL) {
            return 0;
        }
        double unit = powerOfTen(size);
        return Math.rint(value / unit * DIGITS) / DIGITS * unit;
    }

    /// The largest power of ten that is at most `size`. It is looked up, because logarithms of all predictions would
    /// take longer than their scores.
    private static double powerOfTen(double size) {
        // At most one too few, as there are more than three powers of two to one of ten.
        int below = (int) Math.floor(Math.getExponent(size) * LOG_10_OF_2) + LARGEST_EXPONENT;
        return size >= POWERS[below + 1] ? POWERS[below + 1] : POWERS[below];
    }

    /// The finaliser of splitmix64 (G. Steele, D. Lea and C. Flood, OOPSLA 2014).
    private static long mix(long z) {
        z = (z ^ 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint(var otherDigest, var otherSample)
                && digest == otherDigest
                && Arrays.equals(sample, otherSample);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(digest);
    }

    @Override
    public String toString() {
        return "Fingerprint " + Long.toHexString(digest);
    }
}
