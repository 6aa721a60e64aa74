package org.voorwerp.consensus.agreement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Interval;

/// Krippendorff's α = 1 − D_o / D_e: 1 is full agreement, 0 what chance gives, below 0 is systematic
/// disagreement. D_o = Σ o_ck δ²_ck / n, D_e = Σ n_c n_k δ²_ck / (n (n − 1)), for any number of votes a
/// subject.
///
/// @param alpha the estimate
/// @param interval 95 %, from subjects drawn anew with their votes
public record Krippendorff(double alpha, Interval interval) {

    private static final int DRAWS = 1000;
    private static final double KNUTH = 30;

    /// @return null where no subject has two votes or all votes are for one class
    public static @Nullable Double alpha(Coincidences coincidences, Scale scale) {
        double observed = 0;
        double expected = 0;
        double[] totals = coincidences.totals();
        for (int c = 0; c < totals.length; c++) {
            for (int k = 0; k < totals.length; k++) {
                double difference = scale.squaredDifference(c, k, totals);
                observed += coincidences.matrix()[c][k] * difference;
                expected += totals[c] * totals[k] * difference;
            }
        }
        return expected > 0 ? 1 - (coincidences.n() - 1) * observed / expected : null;
    }

    /// With its interval. Subjects with the same votes are drawn together, so that a million subjects cost no
    /// more than there are different votes.
    ///
    /// @param counts votes `[class][subject]`
    /// @return null as for [#alpha(Coincidences, Scale)]
    public static @Nullable Krippendorff of(int[][] counts, Scale scale, long seed) {
        var alpha = alpha(Coincidences.of(counts), scale);
        if (alpha == null) {
            return null;
        }
        var groups = new LinkedHashMap<List<Integer>, Integer>();
        for (int i = 0; i < counts[0].length; i++) {
            int subject = i;
            groups.merge(Arrays.stream(counts).map(ofClass -> ofClass[subject]).toList(), 1, Integer::sum);
        }
        int[][] classes = groups.keySet().stream()
                .map(group -> IntStream.range(0, group.size())
                        .filter(k -> group.get(k) > 0)
                        .toArray())
                .toArray(int[][]::new);
        int[][] votes = groups.keySet().stream()
                .map(group -> group.stream()
                        .mapToInt(Integer::intValue)
                        .filter(count -> count > 0)
                        .toArray())
                .toArray(int[][]::new);
        int[] sizes = groups.values().stream().mapToInt(Integer::intValue).toArray();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var drawn = new double[DRAWS];
        int defined = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            var matrix = new double[counts.length][counts.length];
            for (int g = 0; g < sizes.length; g++) {
                Coincidences.add(matrix, classes[g], votes[g], poisson(sizes[g], random));
            }
            var again = alpha(Coincidences.of(matrix), scale);
            if (again != null) {
                drawn[defined++] = again;
            }
        }
        return new Krippendorff(alpha, interval(Arrays.copyOf(drawn, defined), alpha));
    }

    private static Interval interval(double[] drawn, double alpha) {
        Arrays.sort(drawn);
        if (drawn.length < 2) {
            return new Interval(alpha, alpha, "a single subject: nothing to draw");
        }
        double low = drawn[(int) Math.floor(0.025 * (drawn.length - 1))];
        double high = drawn[(int) Math.ceil(0.975 * (drawn.length - 1))];
        return new Interval(Math.min(low, alpha), Math.max(high, alpha), "bootstrap of 1,000 draws of subjects");
    }

    /// How often a group of subjects comes up. By multiplication of uniform numbers (D. Knuth); large groups in
    /// parts.
    private static long poisson(double mean, RandomGenerator random) {
        if (mean > 1000 * KNUTH) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        long count = 0;
        for (double left = mean; left > 0; left -= KNUTH) {
            double limit = StrictMath.exp(-Math.min(left, KNUTH));
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                count++;
            }
        }
        return count;
    }
}
