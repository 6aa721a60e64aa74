package org.voorwerp.server.leaderboard.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voorwerp.board.BoardRule.Full;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.disclosure.Disclosure;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.submission.SubmissionState;

class ClimbTest {

    private static final UUID PHASE = UUID.randomUUID();
    private static final BoardId BOARD = new BoardId(PHASE, Part.PUBLIC);
    private static final UUID TEAM = UUID.randomUUID();

    @Test
    void theStepsAreThoseThatTheBoardShowedOneAfterTheOther() {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            var rules = rules(random.nextBoolean() ? "higher" : "lower");
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < random.nextInt(12); i++) {
                entries.add(entry(i, random));
            }
            assertEquals(
                    slowly(rules, entries),
                    fold(rules, entries).climb(BOARD).stream().map(Entry::id).toList());
        }
    }

    @Test
    void ofThePrivatePartNothingIsTold() {
        var rules = rules("higher");
        var entries = List.of(entry(1, new Random(1)), entry(2, new Random(2)));
        assertEquals(List.of(), fold(rules, entries).climb(new BoardId(PHASE, Part.PRIVATE)));
    }

    /// By which submissions the team stood, had somebody looked after each.
    private static List<UUID> slowly(Rules rules, List<Entry> entries) {
        var stood = new ArrayList<UUID>();
        for (int i = 1; i <= entries.size(); i++) {
            var standing = fold(rules, entries.subList(0, i)).on(BOARD);
            if (standing != null && (stood.isEmpty() || !stood.getLast().equals(standing.submission()))) {
                stood.add(standing.submission());
            }
        }
        return stood;
    }

    private static TeamFold fold(Rules rules, List<Entry> entries) {
        return new TeamFold(rules, new Competitor(TEAM, "team", false, List.of(), entries), PairedErrors.NONE);
    }

    private static Rules rules(String direction) {
        var metric = new BoardMetric("m", "m", direction, true, null, null);
        return new Rules(
                List.of(metric),
                new RankBy.Primary(metric),
                new Disclosure(new Full(), 100, Map.of()),
                List.of(BOARD),
                Map.of(PHASE, Set.of(PHASE)),
                Set.of());
    }

    /// In time: a late one gives way to the first that is not, which is no climb.
    private static Entry entry(int order, Random random) {
        var states = SubmissionState.values();
        var state = random.nextInt(3) > 0 ? SubmissionState.SCORED : states[random.nextInt(states.length)];
        var score = new BoardScore(random.nextInt(6) / 5.0, null, null, null);
        return new Entry(
                UUID.randomUUID(),
                TEAM,
                PHASE,
                order,
                Instant.ofEpochSecond(order),
                false,
                state,
                Set.of(),
                Map.of("m", score),
                Told.YES,
                Map.of("m", score),
                null,
                null);
    }
}
