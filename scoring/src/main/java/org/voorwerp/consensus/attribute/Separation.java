package org.voorwerp.consensus.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// How far two groups lie apart in the space of some attributes, each standardised to mean 0 and variance 1.
///
/// @param attributes their names
/// @param subjects how many have them all
/// @param daviesBouldin (S₁ + S₂) / M: S the mean distance of a group's subjects from its centre, M the
///     distance of the centres (D. Davies and D. Bouldin, IEEE Transactions on Pattern Analysis and Machine
///     Intelligence 1, 1979). Smaller is further apart. It favours few attributes: each more adds to S
/// @param silhouette mean of (b − a) / max(a, b), a the mean distance to one's own group and b to the other,
///     from −1 to 1 (P. Rousseeuw, Journal of Computational and Applied Mathematics 20, 1987), on a sample
///     drawn by the seed; null where it was not asked for
public record Separation(
        List<String> attributes,
        int subjects,
        double daviesBouldin,
        @Nullable Double silhouette) {

    /// Standardised columns, prepared once for all combinations.
    record Space(AttributeTable table, double[][] standardised) {

        static Space of(AttributeTable table) {
            return new Space(
                    table,
                    Arrays.stream(table.columns()).map(Space::standardised).toArray(double[][]::new));
        }

        private static double[] standardised(double[] column) {
            var known = Arrays.stream(column).filter(Double::isFinite).summaryStatistics();
            double mean = known.getAverage();
            double squares = Arrays.stream(column)
                    .filter(Double::isFinite)
                    .map(x -> (x - mean) * (x - mean))
                    .sum();
            double deviation = Math.sqrt(squares / Math.max(1, known.getCount()));
            return Arrays.stream(column)
                    .map(x -> deviation > 0 ? (x - mean) / deviation : Double.isFinite(x) ? 0 : Double.NaN)
                    .toArray();
        }

        /// @return null where a group has no subject, or both centres are the same
        @Nullable
        Separation separation(int[] attributes) {
            int[] rows = table.known(attributes);
            var centres = new double[2][attributes.length];
            var sizes = new int[2];
            for (int i : rows) {
                int group = table.positive()[i] ? 1 : 0;
                sizes[group]++;
                for (int d = 0; d < attributes.length; d++) {
                    centres[group][d] += standardised[attributes[d]][i];
                }
            }
            if (sizes[0] == 0 || sizes[1] == 0) {
                return null;
            }
            for (int d = 0; d < attributes.length; d++) {
                centres[0][d] /= sizes[0];
                centres[1][d] /= sizes[1];
            }
            var scatter = new double[2];
            for (int i : rows) {
                int group = table.positive()[i] ? 1 : 0;
                double squares = 0;
                for (int d = 0; d < attributes.length; d++) {
                    double x = standardised[attributes[d]][i] - centres[group][d];
                    squares += x * x;
                }
                scatter[group] += Math.sqrt(squares) / sizes[group];
            }
            double apart = 0;
            for (int d = 0; d < attributes.length; d++) {
                apart += (centres[0][d] - centres[1][d]) * (centres[0][d] - centres[1][d]);
            }
            var names = Arrays.stream(attributes).mapToObj(table.names()::get).toList();
            return apart > 0
                    ? new Separation(names, rows.length, (scatter[0] + scatter[1]) / Math.sqrt(apart), null)
                    : null;
        }

        /// The mean silhouette of at most `most` subjects of either group.
        double silhouette(int[] attributes, int most, long seed) {
            int[] rows = sample(table.known(attributes), most, seed);
            double sum = 0;
            for (int i : rows) {
                var distance = new double[2];
                var number = new int[2];
                for (int other : rows) {
                    int group = table.positive()[other] ? 1 : 0;
                    if (other != i) {
                        number[group]++;
                        distance[group] += distance(attributes, i, other);
                    }
                }
                int own = table.positive()[i] ? 1 : 0;
                // Alone in its group a subject's silhouette is 0, as Rousseeuw defines it.
                if (number[own] > 0 && number[1 - own] > 0) {
                    double a = distance[own] / number[own];
                    double b = distance[1 - own] / number[1 - own];
                    sum += Math.max(a, b) > 0 ? (b - a) / Math.max(a, b) : 0;
                }
            }
            return rows.length == 0 ? 0 : sum / rows.length;
        }

        private double distance(int[] attributes, int i, int j) {
            double squares = 0;
            for (int a : attributes) {
                double x = standardised[a][i] - standardised[a][j];
                squares += x * x;
            }
            return Math.sqrt(squares);
        }

        private int[] sample(int[] rows, int most, long seed) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var taken = new int[2];
            var shuffled = rows.clone();
            for (int i = shuffled.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = swap;
            }
            return Arrays.stream(shuffled)
                    .filter(i -> taken[table.positive()[i] ? 1 : 0]++ < most)
                    .sorted()
                    .toArray();
        }
    }
}
