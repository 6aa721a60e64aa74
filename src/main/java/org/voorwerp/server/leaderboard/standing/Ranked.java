package org.voorwerp.server.leaderboard.standing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A board: all standings in order, and nothing in it ever changes. Equal teams stand in the order in which their
/// submissions were accepted, whatever the order in which they are handed over.
public final class Ranked {

    private final RankBy rankBy;
    private final Standing[] inOrder;
    /// How many of the first i have a rank.
    private final int[] rankedBefore;

    private final ConcurrentHashMap<BoardMetric, Column> columns = new ConcurrentHashMap<>();

    private Ranked(RankBy rankBy, Standing[] inOrder) {
        this.rankBy = rankBy;
        this.inOrder = inOrder;
        this.rankedBefore = new int[inOrder.length + 1];
        for (int i = 0; i < inOrder.length; i++) {
            rankedBefore[i + 1] = rankedBefore[i] + (inOrder[i].isRanked() ? 1 : 0);
        }
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
        return new Ranked(rankBy, all);
    }

    /// The board after one team's standing has changed: what [#of] would make of all of them.
    ///
    /// @param now null if the team is no longer there
    public Ranked with(UUID team, @Nullable Standing now) {
        int was = indexOf(team).orElse(-1);
        if (was < 0 && now == null) {
            return this;
        }
        int length = inOrder.length - (was < 0 ? 0 : 1);
        var others = Arrays.copyOf(inOrder, length);
        if (was >= 0) {
            System.arraycopy(inOrder, was + 1, others, was, length - was);
        }
        var all = now == null ? others : inserted(others, now);
        return switch (rankBy) {
            case RankBy.Primary _, RankBy.WeightedSum _ -> new Ranked(rankBy, all);
            case RankBy.MeanRank _ -> of(rankBy, List.of(all));
        };
    }

    private static Standing[] inserted(Standing[] others, Standing now) {
        int found = Arrays.binarySearch(others, now, order(Standing::key));
        int at = found < 0 ? -found - 1 : found;
        var all = new Standing[others.length + 1];
        System.arraycopy(others, 0, all, 0, at);
        all[at] = now;
        System.arraycopy(others, at, all, at + 1, others.length - at);
        return all;
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
        return IntStream.range(0, inOrder.length)
                .filter(i -> inOrder[i].team().equals(team))
                .findFirst();
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
