package org.voorwerp.server.leaderboard.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voorwerp.board.BoardRule;
import org.voorwerp.board.Grid;
import org.voorwerp.server.challenge.disclosure.Disclosure;
import org.voorwerp.server.challenge.disclosure.Disclosure.Column;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.submission.SubmissionState;

class TeamFoldTest {

    private static final UUID TEAM = UUID.randomUUID();
    private static final UUID BLIND = UUID.randomUUID();
    private static final UUID OPEN = UUID.randomUUID();
    private static final Grid GRID = new Grid(new BigDecimal("0.05"));
    private static final BoardMetric METRIC = new BoardMetric("m", "m", "higher", true, null, null);

    @Test
    void whatAHiddenPhaseWasToldIsInNoCount() {
        var entries = List.of(entry(1, BLIND, 0.5), entry(2, BLIND, 0.7), entry(3, OPEN, 0.6), entry(4, OPEN, 0.1));
        assertEquals(new Tally(2, 1), tally(entries, Set.of(BLIND)));
        assertEquals(new Tally(4, 3), tally(entries, Set.of()));
        assertEquals(Tally.NONE, tally(entries, Set.of(BLIND, OPEN)));
    }

    private static Tally tally(List<Entry> entries, Set<UUID> hidden) {
        var rules = new Rules(
                List.of(METRIC),
                new RankBy.Primary(METRIC),
                new Disclosure(new BoardRule.Ladder(GRID), 100, Map.of("m", new Column(1, GRID, false))),
                List.of(),
                Map.of(BLIND, Set.of(BLIND), OPEN, Set.of(OPEN)),
                hidden);
        return Tally.of(
                new TeamFold(rules, new Competitor(TEAM, "team", false, List.of(), entries), PairedErrors.NONE));
    }

    private static Entry entry(int order, UUID phase, double score) {
        var own = Map.of("m", new BoardScore(score, null, null, null));
        return new Entry(
                UUID.randomUUID(),
                TEAM,
                phase,
                order,
                Instant.ofEpochSecond(order),
                false,
                SubmissionState.SCORED,
                Set.of(),
                own,
                Told.YES,
                own,
                null,
                null);
    }
}
