package org.voorwerp.server.leaderboard.standing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A board: all standings in order, and nothing in it ever changes. Equal teams stand in the order in which their
/// submissions were accepted, whatever the order in which they are handed over.
public final class Ranked {

    /// If more teams change at once, making the board anew is quicker than to copy it for each.
    private static final int FEW = 64;

    private final RankBy rankBy;
    private final Standing[] inOrder;
    private final ByTeam<Standing> byTeam;
    /// How many of the first i have a rank.
    private final int[] rankedBefore;

    private final ConcurrentHashMap<BoardMetric, Column> columns = new ConcurrentHashMap<>();

    private Ranked(RankBy rankBy, Standing[] inOrder, ByTeam<Standing> byTeam, int[] rankedBefore) {
        this.rankBy = rankBy;
        this.inOrder = inOrder;
        this.byTeam = byTeam;
        this.rankedBefore = rankedBefore;
    }

    /// The board of these standings.
    public static Ranked of(RankBy rankBy, Collection<Standing> standings) {
        var all = switch (rankBy) {
            case RankBy.Primary _, RankBy.WeightedSum _ -> standings.toArray(Standing[]::new);
            case RankBy.MeanRank rule -> {
                var ranks = new MeanRanks(rule, standings);
                yield standings.stream().map(s -> s.withKey(-ranks.of(s))).toArray(Standing[]::new);
            }
        };
        Arrays.sort(all, order(Standing::key));
        var byTeam = new HashMap<UUID, Standing>();
        var rankedBefore = new int[all.length + 1];
        for (int i = 0; i < all.length; i++) {
            byTeam.put(all[i].team(), all[i]);
            rankedBefore[i + 1] = rankedBefore[i] + (all[i].isRanked() ? 1 : 0);
        }
        return new Ranked(rankBy, all, ByTeam.of(byTeam), rankedBefore);
    }

    /// The board after one team's standing has changed: what [#of] would make of all of them.
    ///
    /// @param now null if the team is no longer there
    public Ranked with(UUID team, @Nullable Standing now) {
        return now == null ? with(Set.of(team), List.of()) : with(Set.of(team), List.of(now));
    }

    /// The same of several teams at once. Where two became one, a submission of the one is the other's now, and it
    /// cannot
    /// stand there twice: so first all of them go.
    ///
    /// @param teams whose standings are not what they were
    /// @param now theirs, of those that are still there
    Ranked with(Set<UUID> teams, Collection<Standing> now) {
        if (teams.size() > FEW) {
            var others = Arrays.stream(inOrder).filter(standing -> !teams.contains(standing.team()));
            return of(rankBy, Stream.concat(others, now.stream()).toList());
        }
        var board = this;
        for (var team : teams) {
            var was = board.byTeam.get(team);
            if (was != null) {
                board = board.without(board.indexOf(was), was);
            }
        }
        for (var standing : now) {
            board = board.and(standing);
        }
        return switch (rankBy) {
            case RankBy.Primary _, RankBy.WeightedSum _ -> board;
            case RankBy.MeanRank _ -> board == this ? this : of(rankBy, List.of(board.inOrder));
        };
    }

    // What follows looks at no standing but the one that changes: 50,000 of them lie all over the memory.

    private Ranked without(int index, Standing standing) {
        int length = inOrder.length - 1;
        var others = Arrays.copyOf(inOrder, length);
        System.arraycopy(inOrder, index + 1, others, index, length - index);
        var before = Arrays.copyOf(rankedBefore, length + 1);
        int one = standing.isRanked() ? 1 : 0;
        for (int i = index + 1; i <= length; i++) {
            before[i] = rankedBefore[i + 1] - one;
        }
        return new Ranked(rankBy, others, byTeam.with(standing.team(), null), before);
    }

    private Ranked and(Standing standing) {
        int found = Arrays.binarySearch(inOrder, standing, order(Standing::key));
        int at = found < 0 ? -found - 1 : found;
        var all = Arrays.copyOf(inOrder, inOrder.length + 1);
        System.arraycopy(inOrder, at, all, at + 1, inOrder.length - at);
        all[at] = standing;
        var before = Arrays.copyOf(rankedBefore, all.length + 1);
        int one = standing.isRanked() ? 1 : 0;
        for (int i = at; i < all.length; i++) {
            before[i + 1] = rankedBefore[i] + one;
        }
        return new Ranked(rankBy, all, byTeam.with(standing.team(), standing), before);
    }

    public int size() {
        return inOrder.length;
    }

    /// How many have a rank.
    public int ranked() {
        return rankedBefore[inOrder.length];
    }

    public Standing at(int index) {
        return inOrder[index];
    }

    /// The rank of the one that stands at `index`; null if it has none.
    public @Nullable Integer rank(int index) {
        return inOrder[index].isRanked() ? rankedBefore[index + 1] : null;
    }

    /// Where a team stands; empty if it is not there.
    public OptionalInt indexOf(UUID team) {
        var standing = byTeam.get(team);
        return standing == null ? OptionalInt.empty() : OptionalInt.of(indexOf(standing));
    }

    private int indexOf(Standing standing) {
        // No two submissions have the same place in the order of acceptance, so no two standings compare as equal.
        int index = Arrays.binarySearch(inOrder, standing, order(Standing::key));
        if (index < 0 || inOrder[index] != standing) {
            throw new IllegalStateException("the board is not in its order at " + standing);
        }
        return index;
    }

    /// The board read in its own order, or in that of a column.
    ///
    /// @param metric null for the board's own
    public Column by(@Nullable BoardMetric metric) {
        return metric == null
                ? new Column(this, null, Standing::key)
                : Objects.requireNonNull(columns.computeIfAbsent(metric, this::column));
    }

    private Column column(BoardMetric metric) {
        ToDoubleFunction<Standing> key =
                standing -> RankBy.keyOf(metric, standing.scores()).orElse(Double.NEGATIVE_INFINITY);
        var order = order(key);
        var indices = IntStream.range(0, inOrder.length)
                .boxed()
                .sorted((a, b) -> order.compare(inOrder[a], inOrder[b]))
                .mapToInt(i -> i)
                .toArray();
        return new Column(this, indices, key);
    }

    static Comparator<Standing> order(ToDoubleFunction<Standing> key) {
        return (a, b) -> {
            int better = Double.compare(key.applyAsDouble(b), key.applyAsDouble(a));
            return better != 0 ? better : Long.compare(a.order(), b.order());
        };
    }
}
