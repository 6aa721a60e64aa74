package org.voorwerp.server.leaderboard.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.BoardShown;
import org.voorwerp.server.challenge.Definition.MetricDefinition;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.challenge.disclosure.Disclosure;

/// What a challenge's boards are made by.
///
/// @param metrics the columns, the primary one first
/// @param disclosure what is told of public scores
/// @param boards all there are
/// @param sources for each phase those whose submissions stand on its boards: itself, and those it takes over from
/// @param chains for each phase what it has in common with all that carry on from the same one: a submission to any of
///     them may stand on the boards of the last
/// @param hidden the phases whose board is hidden while they run
public record Rules(
        List<BoardMetric> metrics,
        RankBy rankBy,
        Disclosure disclosure,
        List<BoardId> boards,
        Map<UUID, Set<UUID>> sources,
        Map<UUID, UUID> chains,
        Set<UUID> hidden) {

    public Rules(
            List<BoardMetric> metrics,
            RankBy rankBy,
            Disclosure disclosure,
            List<BoardId> boards,
            Map<UUID, Set<UUID>> sources,
            Set<UUID> hidden) {
        this(metrics, rankBy, disclosure, boards, sources, chains(sources), hidden);
    }

    /// @param configured the primary one first
    /// @param uses the same as challenge.yaml has them
    /// @param keys the keys of `uses`
    /// @param rankBy as challenge.yaml has it
    /// @param phases in their order
    public static Rules of(
            List<ConfiguredMetric<?>> configured,
            List<MetricDefinition> uses,
            List<String> keys,
            String rankBy,
            Disclosure disclosure,
            List<Phase> phases) {
        var metrics = configured.stream()
                .map(metric -> BoardMetric.of(metric, uses.get(keys.indexOf(metric.key()))))
                .toList();
        var boards = new ArrayList<BoardId>();
        var sources = new HashMap<UUID, Set<UUID>>();
        Set<UUID> before = Set.of();
        for (var phase : phases) {
            var own = new HashSet<UUID>();
            own.add(phase.id);
            if (phase.carryOver) {
                own.addAll(before);
            }
            sources.put(phase.id, own);
            before = own;
            if (phase.part() == Part.PUBLIC) {
                boards.add(new BoardId(phase.id, Part.PUBLIC));
            }
            boards.add(new BoardId(phase.id, Part.PRIVATE));
        }
        var hidden = phases.stream()
                .filter(phase -> phase.board() == BoardShown.HIDDEN)
                .map(phase -> phase.id)
                .collect(Collectors.toSet());
        return new Rules(metrics, RankBy.of(rankBy, metrics), disclosure, boards, sources, hidden);
    }

    private static Map<UUID, UUID> chains(Map<UUID, Set<UUID>> sources) {
        var chains = new HashMap<UUID, UUID>();
        sources.entrySet().stream()
                .sorted(Comparator.comparingInt(last -> last.getValue().size()))
                .forEach(last -> last.getValue().forEach(phase -> chains.put(phase, last.getKey())));
        return chains;
    }

    /// See `chains`.
    UUID chain(UUID phase) {
        return chains.getOrDefault(phase, phase);
    }

    /// Whether a submission to `from` stands on the boards of `phase`.
    public boolean isOnBoardsOf(UUID phase, UUID from) {
        return Objects.requireNonNull(sources.get(phase)).contains(from);
    }
}
