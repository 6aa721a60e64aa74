package org.voorwerp.server.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.leaderboard.Ranking.Place;
import org.voorwerp.server.submission.BoardScore;

class RankingTest {

    private static final BoardMetric HIGHER = new BoardMetric("m", "M", "higher", true);
    private static final BoardMetric LOWER = new BoardMetric("m", "M", "lower", true);

    @Test
    void theBestSubmissionOfATeamCountsAndHigherWins() {
        var places = new Ranking(HIGHER).places(List.of(entry("a", 1, .5), entry("b", 2, .7), entry("a", 3, .9)));
        assertEquals(List.of("1 a .9 2", "2 b .7 1"), told(places));
    }

    @Test
    void lowerWinsWhereLowerIsBetter() {
        var places = new Ranking(LOWER).places(List.of(entry("a", 1, .5), entry("b", 2, .7), entry("a", 3, .9)));
        assertEquals(List.of("1 a .5 2", "2 b .7 1"), told(places));
    }

    @Test
    void ofEqualScoresTheEarlierStandsFirst() {
        var places = new Ranking(HIGHER).places(List.of(entry("b", 2, .7), entry("a", 1, .5), entry("a", 3, .7)));
        assertEquals(List.of("1 b .7 1", "2 a .7 2"), told(places));
        var again = new Ranking(HIGHER).places(List.of(entry("a", 1, .7), entry("a", 3, .7)));
        assertEquals(Instant.ofEpochSecond(1), again.getFirst().row().submittedAt());
    }

    @Test
    void baselinesStandInOrderWithoutRank() {
        var constant =
                new Entry(UUID.randomUUID(), UUID.randomUUID(), "constant", true, 9, Instant.EPOCH, false, scores(.6));
        var places = new Ranking(HIGHER).places(List.of(entry("a", 1, .5), entry("b", 2, .7), constant));
        assertEquals(List.of("1 b .7 1", "null constant .6 1", "2 a .5 1"), told(places));
    }

    @Test
    void whatIsWithdrawnOrHasNoPrimaryScoreIsNotThere() {
        var withdrawn = new Entry(UUID.randomUUID(), id("a"), "a", false, 1, Instant.EPOCH, true, scores(.9));
        var without = new Entry(UUID.randomUUID(), id("c"), "c", false, 3, Instant.EPOCH, false, Map.of());
        var places = new Ranking(HIGHER).places(List.of(withdrawn, entry("a", 2, .1), without));
        assertEquals(List.of("1 a .1 1"), told(places));
    }

    @Test
    void itIsTheSlowAndObviousOrderWhateverTheInputsOrder() {
        var random = new Random(20071);
        for (int round = 0; round < 500; round++) {
            var metric = random.nextBoolean() ? HIGHER : LOWER;
            var entries = randomEntries(random);
            var expected = slow(metric, entries);
            for (int shuffle = 0; shuffle < 3; shuffle++) {
                Collections.shuffle(entries, random);
                assertEquals(expected, told(new Ranking(metric).places(entries)));
            }
        }
    }

    private static List<Entry> randomEntries(Random random) {
        var entries = new ArrayList<Entry>();
        int teams = 1 + random.nextInt(8);
        for (int order = 1; order <= random.nextInt(40); order++) {
            int team = random.nextInt(teams);
            // Few different scores, so that there are many ties, and both zeros among them.
            double score = random.nextInt(4) / 4.0 * (random.nextBoolean() ? 1 : -1);
            entries.add(new Entry(
                    UUID.randomUUID(),
                    id("t" + team),
                    "t" + team,
                    team == 0,
                    order,
                    Instant.ofEpochSecond(order),
                    random.nextInt(5) == 0,
                    scores(score)));
        }
        return entries;
    }

    /// For each place the entry that none beats, of those whose team has no place yet.
    private static List<String> slow(BoardMetric metric, List<Entry> entries) {
        var left = new ArrayList<>(entries);
        left.removeIf(Entry::withdrawn);
        var told = new ArrayList<String>();
        int rank = 0;
        while (!left.isEmpty()) {
            Entry first = left.getFirst();
            for (var other : left) {
                double a = other.scores().get("m").value();
                double b = first.scores().get("m").value();
                boolean better = metric == HIGHER ? a > b : a < b;
                if (better || a == b && other.order() < first.order()) {
                    first = other;
                }
            }
            var best = first;
            long submissions =
                    left.stream().filter(e -> e.team().equals(best.team())).count();
            told.add((best.baseline() ? "null" : ++rank) + " " + best.name() + " "
                    + number(best.scores().get("m").value()) + " " + submissions);
            left.removeIf(e -> e.team().equals(best.team()));
        }
        return told;
    }

    private static Entry entry(String team, long order, double score) {
        return new Entry(
                UUID.randomUUID(), id(team), team, false, order, Instant.ofEpochSecond(order), false, scores(score));
    }

    private static UUID id(String team) {
        return UUID.nameUUIDFromBytes(team.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Map<String, BoardScore> scores(double score) {
        return Map.of("m", new BoardScore(score, null, null, null));
    }

    /// Rank, team, score, number of submissions.
    private static List<String> told(List<Place> places) {
        return places.stream()
                .map(Place::row)
                .map(row -> row.rank() + " " + row.team() + " "
                        + number(row.scores().get("m").value()) + " " + row.submissions())
                .toList();
    }

    private static String number(double value) {
        return Double.toString(value + 0.0).replaceFirst("^0", "");
    }
}
