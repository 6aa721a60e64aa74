package org.voorwerp.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.voorwerp.scoring.Direction;

/// How the private board differs from the public one.
///
/// @param moves one a team, in the order of the private board
/// @param kendall τ_b between the two orders (M. Kendall, Biometrika 33, 1945): 1 for the same, 0 for unrelated; NaN
///     where all teams tie in one of them
/// @param meanMove the mean number of places that a team moved, divided by the number of teams
/// @param noise how much of the spread of the teams' differences between the two scores the size of the parts explains
///     by itself: 1 for all of it; above it by chance; NaN where it is not known
public record ShakeUp(List<Move> moves, double kendall, double meanMove, double noise) {

    public ShakeUp {
        moves = List.copyOf(moves);
    }

    /// One team's two scores.
    ///
    /// @param error the standard error of the difference between the two, NaN if not known
    public record Pair(String team, double publicScore, double privateScore, double error) {}

    /// One team's two places; equal scores share the better place (1224).
    public record Move(String team, double publicScore, double privateScore, int publicRank, int privateRank) {}

    /// @param pairs in the order in which teams of equal private scores are listed
    public static ShakeUp of(List<Pair> pairs, Direction direction) {
        var before = Ranks.of(pairs, Pair::publicScore, direction);
        var after = Ranks.of(pairs, Pair::privateScore, direction);
        var moves = new ArrayList<Move>();
        double distance = 0;
        for (var pair : pairs) {
            var move = new Move(
                    pair.team(),
                    pair.publicScore(),
                    pair.privateScore(),
                    before.of(pair.publicScore()),
                    after.of(pair.privateScore()));
            distance += Math.abs(move.publicRank() - move.privateRank());
            moves.add(move);
        }
        moves.sort(Comparator.comparingInt(Move::privateRank));
        double teams = Math.max(1, pairs.size());
        return new ShakeUp(moves, kendall(pairs), distance / teams / teams, noise(pairs));
    }

    /// Places by score.
    private record Ranks(double[] sorted, Direction direction) {

        static Ranks of(List<Pair> pairs, ToDoubleFunction<Pair> score, Direction direction) {
            return new Ranks(pairs.stream().mapToDouble(score).sorted().toArray(), direction);
        }

        int of(double score) {
            return direction == Direction.HIGHER_IS_BETTER ? 1 + count(score, true) : 1 + count(score, false);
        }

        /// How many scores are above, or below.
        private int count(double score, boolean above) {
            int at = Arrays.binarySearch(sorted, score);
            int first = at;
            while (first > 0 && sorted[first - 1] == score) {
                first--;
            }
            int last = at;
            while (last + 1 < sorted.length && sorted[last + 1] == score) {
                last++;
            }
            return above ? sorted.length - 1 - last : first;
        }
    }

    /// All pairs: a few seconds for the largest boards, once in the life of a challenge.
    private static double kendall(List<Pair> pairs) {
        double[] publicScores = pairs.stream().mapToDouble(Pair::publicScore).toArray();
        double[] privateScores = pairs.stream().mapToDouble(Pair::privateScore).toArray();
        long agreeing = 0;
        long inPublic = 0;
        long inPrivate = 0;
        for (int i = 0; i < publicScores.length; i++) {
            for (int j = 0; j < i; j++) {
                int a = Double.compare(publicScores[i], publicScores[j]);
                int b = Double.compare(privateScores[i], privateScores[j]);
                agreeing += (long) Integer.signum(a) * Integer.signum(b);
                inPublic += a == 0 ? 0 : 1;
                inPrivate += b == 0 ? 0 : 1;
            }
        }
        return agreeing / (Math.sqrt(inPublic) * Math.sqrt(inPrivate));
    }

    private static double noise(List<Pair> pairs) {
        double mean = pairs.stream()
                .mapToDouble(pair -> pair.privateScore() - pair.publicScore())
                .average()
                .orElse(Double.NaN);
        double spread = 0;
        double expected = 0;
        for (var pair : pairs) {
            double difference = pair.privateScore() - pair.publicScore() - mean;
            spread += difference * difference;
            expected += pair.error() * pair.error();
        }
        // The mean that is taken off takes one of n with it.
        return expected * (pairs.size() - 1) / pairs.size() / spread;
    }
}
