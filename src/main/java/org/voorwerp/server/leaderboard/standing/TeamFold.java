package org.voorwerp.server.leaderboard.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;

/// Where one team stands: a function of its submissions and of the challenge's rules, and of nothing else.
///
/// On a public board it stands by its best submission. On a private one by the best of those it chose; if it
/// chose none, by the better of its best one on the public part and its latest. Of equal ones the earlier
/// counts. Late submissions stand only for a team that has no other.
public final class TeamFold {

    private final Rules rules;
    private final Competitor team;
    private final List<Entry> shown;

    public TeamFold(Rules rules, Competitor team, PairedErrors errors) {
        this.rules = rules;
        this.team = team;
        this.shown = new PublicScores(rules, errors).told(team.mergers(), team.entries());
    }

    /// The team's submissions with the scores that may be shown.
    public List<Entry> shown() {
        return shown;
    }

    /// How many of its submissions ever had their public scores told, but for those to phases whose board is hidden
    /// while they run.
    public int told() {
        return (int) openly().filter(entry ->
                        entry.told() == Told.YES && !entry.publicScores().isEmpty())
                .count();
    }

    /// How many of its submissions the board's rule ever had an answer for, be it that one is not better; the
    /// same ones are left out.
    public int answered() {
        return (int) openly().filter(entry -> entry.isScoredOn(Part.PUBLIC)).count();
    }

    private Stream<Entry> openly() {
        return shown.stream().filter(entry -> !rules.hidden().contains(entry.phase()));
    }

    /// Its standing on a board; null if it is not there.
    public @Nullable Standing on(BoardId board) {
        var all = counting(board);
        var part = board.part();
        var pool = finalists(board);
        var best = best(pool, part);
        if (best == null) {
            return null;
        }
        return new Standing(
                team.team(),
                team.name(),
                team.baseline(),
                all.size(),
                best.id(),
                best.order(),
                best.acceptedAt(),
                best.late(),
                picked(board, best),
                best.scores(part),
                rules.rankBy().key(best.scores(part)).orElseThrow());
    }

    /// Those of its submissions among which the best one is taken.
    public List<Entry> finalists(BoardId board) {
        var inTime = counting(board).stream().filter(entry -> !entry.late()).toList();
        var pool = inTime.isEmpty() ? counting(board) : inTime;
        if (board.part() == Part.PUBLIC || pool.isEmpty()) {
            return pool;
        }
        var chosen = pool.stream()
                .filter(entry -> entry.chosenFor().contains(board.phase()))
                .toList();
        if (!chosen.isEmpty()) {
            return chosen;
        }
        var latest = pool.getLast();
        var best = best(pool, Part.PUBLIC);
        return best == null || best.equals(latest) ? List.of(latest) : List.of(best, latest);
    }

    /// How a team came to where it stands on a board of the public part: the submissions by which it stood there,
    /// one after the other, the last of them the one by which it does. Empty for boards of the private part, where
    /// single scores are told of nothing but what a team chose.
    public List<Entry> climb(BoardId board) {
        var steps = new ArrayList<Entry>();
        if (board.part() != Part.PUBLIC) {
            return steps;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (var entry : finalists(board)) {
            var key = rules.rankBy().key(entry.scores(Part.PUBLIC));
            if (key.isPresent() && (steps.isEmpty() || key.getAsDouble() > best)) {
                steps.add(entry);
                best = key.getAsDouble();
            }
        }
        return steps;
    }

    private List<Entry> counting(BoardId board) {
        return shown.stream()
                // One that has no score in this version, or on this part, has nothing to stand by.
                .filter(entry -> entry.counts() && entry.isScoredOn(board.part()))
                .filter(entry -> team.baseline() || rules.isOnBoardsOf(board.phase(), entry.phase()))
                .toList();
    }

    private @Nullable Entry best(List<Entry> pool, Part part) {
        Entry best = null;
        OptionalDouble bestKey = OptionalDouble.empty();
        for (var entry : pool) {
            var key = rules.rankBy().key(entry.scores(part));
            if (key.isPresent() && (bestKey.isEmpty() || key.getAsDouble() > bestKey.getAsDouble())) {
                best = entry;
                bestKey = key;
            }
        }
        return best;
    }

    private static Picked picked(BoardId board, Entry entry) {
        if (board.part() == Part.PUBLIC) {
            return Picked.BEST;
        }
        return entry.chosenFor().contains(board.phase()) ? Picked.CHOSEN : Picked.AUTOMATIC;
    }
}
