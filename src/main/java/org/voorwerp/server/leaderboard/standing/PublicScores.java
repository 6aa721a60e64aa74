package org.voorwerp.server.leaderboard.standing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.board.BoardRule;
import org.voorwerp.board.TeamFold.Scores;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.server.challenge.disclosure.Disclosure;
import org.voorwerp.server.submission.BoardScore;

/// A team's submissions with their public scores as the board's rule tells them. Whatever else is said of a submission
/// is made of these, so that the scores as they are leave by no way. The rule goes through the team's submissions in
/// the order of their acceptance, phase by phase where a phase does not carry on with those of the one before. Where
/// teams
/// became one, each goes on from what it was told itself until then, and the united team from the better of that: a
/// merger tells nothing, and takes nothing back.
final class PublicScores {

    private static final String METHOD = "Wilson's, of the score as told and the number of subjects";

    private final Rules rules;
    private final Disclosure disclosure;
    private final PairedErrors errors;
    private final Map<Sender, Chain> chains = new HashMap<>();

    PublicScores(Rules rules, PairedErrors errors) {
        this.rules = rules;
        this.disclosure = rules.disclosure();
        this.errors = errors;
    }

    /// Who goes through phases that carry on, one after another.
    ///
    /// @param team as it was when it sent something
    private record Sender(UUID team, UUID phases) {}

    /// @param mergers of the teams that sent these, each before those by which it became part of another
    /// @param entries all submissions of one team in the order of acceptance, whatever became of them
    List<Entry> told(List<Merger> mergers, List<Entry> entries) {
        var toCome = new ArrayDeque<>(
                mergers.stream().sorted(Comparator.comparingLong(Merger::after)).toList());
        var told = new ArrayList<Entry>();
        for (var entry : entries) {
            while (!toCome.isEmpty() && toCome.element().after() < entry.order()) {
                unite(toCome.remove());
            }
            told.add(chain(entry.sentAs(), rules.chain(entry.phase())).told(entry));
        }
        return told;
    }

    private Chain chain(UUID team, UUID phases) {
        return chains.computeIfAbsent(new Sender(team, phases), _ -> new Chain());
    }

    private void unite(Merger merger) {
        for (var phases : new HashSet<>(rules.chains().values())) {
            var from = chains.remove(new Sender(merger.from(), phases));
            if (from != null) {
                chain(merger.into(), phases).join(from);
            }
        }
    }

    /// What one was told in phases that carry on, one after another.
    private final class Chain {

        private final org.voorwerp.board.TeamFold<Entry> fold = new org.voorwerp.board.TeamFold<>(
                disclosure.rule(),
                rules.rankBy() instanceof RankBy.WeightedSum
                        ? Direction.HIGHER_IS_BETTER
                        : primary().better(),
                new Raw());
        private boolean waits;

        void join(Chain other) {
            fold.join(other.fold);
            waits |= other.waits;
        }

        Entry told(Entry entry) {
            if (isLadder()) {
                waits |= !entry.state().isFinal();
                if (waits) {
                    return entry.told(Told.AWAITS_EARLIER, Map.of());
                }
                if (raw(entry).isEmpty()) {
                    return entry.told(Told.YES, Map.of());
                }
                // What was told of a submission that was withdrawn since is known to its team all the same.
                if (!fold.next(entry).moved()) {
                    return entry.told(Told.NOT_BETTER, Map.of());
                }
            }
            return entry.told(Told.YES, asTold(entry.publicScores()));
        }
    }

    private boolean isLadder() {
        return switch (disclosure.rule()) {
            case BoardRule.Full _, BoardRule.Rounded _ -> false;
            case BoardRule.Ladder _, BoardRule.FreeLadder _ -> true;
        };
    }

    private BoardMetric primary() {
        return rules.metrics().getFirst();
    }

    /// What the Ladder compares: the primary score, or the sum that ranks.
    private OptionalDouble raw(Entry entry) {
        if (rules.rankBy() instanceof RankBy.WeightedSum sum) {
            return sum.key(entry.publicScores());
        }
        var score = entry.publicScores().get(primary().key());
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score.value());
    }

    private final class Raw implements Scores<Entry> {

        @Override
        public double score(Entry submission) {
            return raw(submission).orElseThrow();
        }

        @Override
        public double standardError(Entry submission, @Nullable Entry other) {
            var grid = Objects.requireNonNull(disclosure.grid());
            double step = grid.step().doubleValue();
            // Of a sum, or a metric that does not say how subjects move it, the grid is all that is known.
            return other == null || rules.rankBy() instanceof RankBy.WeightedSum
                    ? step
                    : errors.of(submission, other).orElse(step);
        }
    }

    private Map<String, BoardScore> asTold(Map<String, BoardScore> scores) {
        if (disclosure.rule() instanceof BoardRule.Full) {
            return scores;
        }
        var told = LinkedHashMap.<String, BoardScore>newLinkedHashMap(scores.size());
        scores.forEach((metric, score) -> told.put(metric, asTold(metric, score.value())));
        return told;
    }

    private BoardScore asTold(String metric, double score) {
        var column = Objects.requireNonNull(disclosure.columns().get(metric));
        double told = column.told(score);
        if (!column.isShare()) {
            return new BoardScore(told, null, null, null);
        }
        var interval = Intervals.share(Math.clamp(told, 0.0, 1.0), disclosure.subjects());
        return new BoardScore(told, interval.low(), interval.high(), METHOD);
    }
}
