package org.voorwerp.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Normal;

/// Which places of a board mean something. All teams' submissions are scored on the same subjects, so what counts is
/// the spread of their differences, not of each by itself. The subjects, or their groups where they come in groups, are
/// drawn again [#DRAWS] times (B. Efron, The Annals of Statistics 7, 1979), the same draw for all teams; scores follow
/// to first order from how each subject moves them ([Estimate]).
///
/// For the final board only: what is computed here is made of every subject's truth.
///
/// @param places one a team, the best score first
public record Ties(List<Place> places) {

    public static final int DRAWS = 1000;

    /// The chance that any of the differences shown as one is none.
    public static final double LEVEL = 0.05;

    public Ties {
        places = List.copyOf(places);
    }

    /// How surely a team stands where it stands.
    ///
    /// @param team its position in the list given
    /// @param score its score
    /// @param bestRank with `worstRank`, the ranks between which 95 % of the draws put it
    /// @param fromLeader the p-value of its difference from the first, corrected for all comparisons;
    ///     1 for the first
    /// @param fromNext the same for the team below; 1 for the last
    /// @param tiedWithLeader whether it cannot be told from the first
    public record Place(
            int team,
            double score,
            int bestRank,
            int worstRank,
            double fromLeader,
            double fromNext,
            boolean tiedWithLeader) {}

    /// @param estimates one a team, on the same subjects with the same weights
    /// @param groups the group of each subject, numbered from 0; each subject's own number where there are none
    /// @param seed the same seed gives the same draws on every machine
    public static Ties of(List<Estimate> estimates, int[] groups, Direction direction, long seed) {
        var order = IntStream.range(0, estimates.size())
                .boxed()
                .sorted(byScore(estimates, direction))
                .mapToInt(Integer::intValue)
                .toArray();
        if (order.length == 0) {
            return new Ties(List.of());
        }
        var draws = new Draws(estimates, groups, seed);
        var ranks = ranks(draws, direction);
        double[] toLeader = new double[order.length];
        double[] toNext = new double[order.length];
        Arrays.fill(toLeader, 1);
        Arrays.fill(toNext, 1);
        for (int place = 1; place < order.length; place++) {
            toLeader[place] = draws.p(order[0], order[place]);
            toNext[place - 1] = place == 1 ? toLeader[1] : draws.p(order[place - 1], order[place]);
        }
        // The leader is the leader because of its score, so the comparisons with it are the largest of all those
        // between two teams, and are corrected for as many.
        double pairs = order.length * (order.length - 1.0) / 2;
        double[] leader = holm(toLeader, pairs);
        double[] next = holm(toNext, pairs);
        var places = new ArrayList<Place>();
        for (int place = 0; place < order.length; place++) {
            int team = order[place];
            places.add(new Place(
                    team,
                    estimates.get(team).value(),
                    ranks[team][0],
                    ranks[team][1],
                    leader[place],
                    next[place],
                    leader[place] > LEVEL));
        }
        return new Ties(places);
    }

    private static Comparator<Integer> byScore(List<Estimate> estimates, Direction direction) {
        var rising =
                Comparator.<Integer>comparingDouble(team -> estimates.get(team).value());
        return (direction == Direction.HIGHER_IS_BETTER ? rising.reversed() : rising)
                .thenComparing(Comparator.naturalOrder());
    }

    /// S. Holm's correction (Scandinavian Journal of Statistics 6, 1979) among `all` comparisons, those that are not
    /// made counting as made and failed.
    static double[] holm(double[] p, double all) {
        var order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var corrected = new double[p.length];
        double most = 0;
        for (int i = 0; i < order.length; i++) {
            most = Math.max(most, Math.min(1, p[order[i]] * Math.max(1, all - i)));
            corrected[order[i]] = most;
        }
        return corrected;
    }

    /// For each team the 2.5 % and 97.5 % quantiles of its rank.
    private static int[][] ranks(Draws draws, Direction direction) {
        int teams = draws.teams();
        var of = new int[teams][DRAWS];
        var scores = new double[teams];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int team = 0; team < teams; team++) {
                double score = draws.score(team, draw);
                scores[team] = direction == Direction.HIGHER_IS_BETTER ? -score : score;
            }
            var sorted = scores.clone();
            Arrays.sort(sorted);
            for (int team = 0; team < teams; team++) {
                of[team][draw] = 1 + firstAt(sorted, scores[team]);
            }
        }
        var quantiles = new int[teams][];
        for (int team = 0; team < teams; team++) {
            Arrays.sort(of[team]);
            quantiles[team] = new int[] {of[team][DRAWS / 40 - 1], of[team][DRAWS - DRAWS / 40]};
        }
        return quantiles;
    }

    private static int firstAt(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at;
    }

    /// The teams' scores in every draw.
    private static final class Draws {

        private final double[] values;
        private final float[][] scores;

        Draws(List<Estimate> estimates, int[] groups, long seed) {
            values = estimates.stream().mapToDouble(Estimate::value).toArray();
            var sums = estimates.stream().map(e -> sums(e, groups)).toArray(double[][]::new);
            var weights = weights(estimates.getFirst(), groups);
            scores = new float[values.length][DRAWS];
            var random = new SplittableRandom(seed);
            for (int draw = 0; draw < DRAWS; draw++) {
                var counts = drawn(weights.length, random);
                double weight = dot(counts, weights);
                for (int team = 0; team < values.length; team++) {
                    // As the difference from the value, so that a float is exact enough.
                    scores[team][draw] = weight > 0 ? (float) (dot(counts, sums[team]) / weight) : 0;
                }
            }
        }

        int teams() {
            return values.length;
        }

        double score(int team, int draw) {
            return values[team] + scores[team][draw];
        }

        /// The two-sided p-value of the difference between two teams' scores, normal with the spread it has over the
        /// draws.
        double p(int a, int b) {
            double mean = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                mean += scores[a][draw] - scores[b][draw];
            }
            mean /= DRAWS;
            double square = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                double difference = scores[a][draw] - scores[b][draw] - mean;
                square += difference * difference;
            }
            double error = Math.sqrt(square / (DRAWS - 1));
            double difference = Math.abs(values[a] - values[b]);
            if (difference == 0) {
                return 1;
            }
            return error > 0 ? 2 * Normal.above(difference / error) : 0;
        }

        private static double[] sums(Estimate estimate, int[] groups) {
            var sums = new double[count(groups)];
            for (int i = 0; i < groups.length; i++) {
                sums[groups[i]] += estimate.weights().of(i) * estimate.influence()[i];
            }
            return sums;
        }

        private static double[] weights(Estimate estimate, int[] groups) {
            var weights = new double[count(groups)];
            for (int i = 0; i < groups.length; i++) {
                weights[groups[i]] += estimate.weights().of(i);
            }
            return weights;
        }

        private static int count(int[] groups) {
            return Arrays.stream(groups).max().orElse(-1) + 1;
        }

        /// How often each group is drawn when as many are drawn as there are.
        private static int[] drawn(int groups, SplittableRandom random) {
            var counts = new int[groups];
            for (int i = 0; i < groups; i++) {
                counts[random.nextInt(groups)]++;
            }
            return counts;
        }

        private static double dot(int[] counts, double[] values) {
            double sum = 0;
            for (int i = 0; i < counts.length; i++) {
                sum += counts[i] * values[i];
            }
            return sum;
        }
    }
}
