package org.voorwerp.server.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Who stands where: a function of the scored submissions and of nothing else, not even of the order in which they
/// are
/// handed over.
///
/// A team stands by its best submission, that is the one with the best primary score, the earliest of equal ones.
/// Equal teams stand in the order in which those submissions were accepted. Baselines stand among the teams but take
/// no rank.
final class Ranking {

    private final BoardMetric primary;

    /// @param primary the metric that decides
    Ranking(BoardMetric primary) {
        this.primary = primary;
    }

    /// A team's place.
    ///
    /// @param row on the board
    /// @param team whose it is
    /// @param best the submission shown
    record Place(BoardRow row, UUID team, UUID best) {}

    /// A team's best submission so far, and how many it has made.
    private record Standing(Entry best, int submissions) {}

    /// The teams in the order of the board.
    List<Place> places(List<Entry> entries) {
        var inOrder =
                entries.stream().sorted(Comparator.comparingLong(Entry::order)).toList();
        var standings = new HashMap<UUID, Standing>();
        for (var entry : BoardRule.shown(inOrder)) {
            if (!entry.withdrawn() && entry.scores().containsKey(primary.key())) {
                standings.merge(entry.team(), new Standing(entry, 1), this::better);
            }
        }
        return numbered(standings);
    }

    private Standing better(Standing earlier, Standing later) {
        var best = isBetter(later.best(), earlier.best()) ? later.best() : earlier.best();
        return new Standing(best, earlier.submissions() + later.submissions());
    }

    private List<Place> numbered(Map<UUID, Standing> standings) {
        var inOrder = standings.values().stream()
                .sorted((a, b) -> compare(a.best(), b.best()))
                .toList();
        var places = new ArrayList<Place>();
        int rank = 0;
        for (var standing : inOrder) {
            var best = standing.best();
            var row = new BoardRow(
                    best.baseline() ? null : ++rank,
                    best.name(),
                    best.baseline(),
                    standing.submissions(),
                    best.acceptedAt(),
                    best.scores());
            places.add(new Place(row, best.team(), best.submission()));
        }
        return places;
    }

    private int compare(Entry a, Entry b) {
        if (isBetter(a, b)) {
            return -1;
        }
        return isBetter(b, a) ? 1 : Long.compare(a.order(), b.order());
    }

    private boolean isBetter(Entry a, Entry b) {
        return primary.better().better(score(a), score(b));
    }

    private double score(Entry entry) {
        return Objects.requireNonNull(entry.scores().get(primary.key())).value();
    }
}
