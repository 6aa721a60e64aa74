package org.voorwerp.board;

import java.util.Arrays;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Predictions.TextCells;

/// What is kept of a submission to find copies of it among other teams': a digest of all predictions and a sample of
/// them, in the order of the subjects, so that the order of the file plays no part. Numbers count to five significant
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

    private static double significant(double value) {
        if (value == 0) {
            return 0;
        }
        double scale = Math.pow(10, Math.floor(Math.log10(Math.abs(value))));
        return Math.rint(value / scale * DIGITS) / DIGITS * scale;
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
