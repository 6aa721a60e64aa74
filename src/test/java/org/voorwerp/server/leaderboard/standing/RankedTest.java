package org.voorwerp.server.leaderboard.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.disclosure.Disclosure;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.submission.SubmissionState;

class RankedTest {

    private static final UUID TEAM = UUID.randomUUID();

    private static final UUID PHASE = id("phase");
    private static final BoardId BOARD = new BoardId(PHASE, Part.PUBLIC);
    private static final BoardId FINAL = new BoardId(PHASE, Part.PRIVATE);
    private static final BoardMetric HIGHER = metric("m", "higher", null, null);
    private static final BoardMetric LOWER = metric("m", "lower", null, null);

    @Test
    void theBestSubmissionOfATeamCountsAndHigherWins() {
        assertEquals(
                List.of("1 a 3 of 2", "2 b 2 of 1"),
                told(HIGHER, entry("a", 1, .5), entry("b", 2, .7), entry("a", 3, .9)));
    }

    @Test
    void lowerWinsWhereLowerIsBetter() {
        assertEquals(
                List.of("1 a 1 of 2", "2 b 2 of 1"),
                told(LOWER, entry("a", 1, .5), entry("b", 2, .7), entry("a", 3, .9)));
    }

    @Test
    void ofEqualScoresTheEarlierStandsFirstAndTheZerosAreEqual() {
        assertEquals(
                List.of("1 b 2 of 1", "2 a 3 of 2"),
                told(HIGHER, entry("b", 2, .7), entry("a", 1, .5), entry("a", 3, .7)));
        assertEquals(List.of("1 a 1 of 2"), told(HIGHER, entry("a", 1, -0.0), entry("a", 3, 0.0)));
        assertEquals(List.of("1 a 1 of 2"), told(LOWER, entry("a", 1, 0.0), entry("a", 3, -0.0)));
    }

    @Test
    void baselinesAndLateSubmissionsStandInOrderWithoutRank() {
        assertEquals(
                List.of("1 b 2 of 1", "null base 3 of 1", "null c 4 of 1", "2 a 1 of 1"),
                told(HIGHER, entry("a", 1, .5), entry("b", 2, .7), entry("base", 3, .6), late(entry("c", 4, .55))));
    }

    @Test
    void aLateSubmissionStandsForATeamOnlyIfItHasNoOther() {
        assertEquals(List.of("1 a 1 of 2"), told(HIGHER, entry("a", 1, .5), late(entry("a", 2, .9))));
    }

    @Test
    void whatIsWithdrawnDisqualifiedFailedUnfinishedOrWithoutScoreIsNotThere() {
        var gone = new ArrayList<Sent>();
        long order = 2;
        for (var state : SubmissionState.values()) {
            if (state != SubmissionState.SCORED) {
                gone.add(entry("a", order++, .9).in(state));
            }
        }
        gone.add(entry("a", 1, .1));
        gone.add(new Sent(
                "b",
                new Entry(
                        id("b9"),
                        TEAM,
                        PHASE,
                        99,
                        Instant.EPOCH,
                        false,
                        SubmissionState.SCORED,
                        Set.of(),
                        Map.of(),
                        Told.YES,
                        Map.of(),
                        null,
                        null)));
        assertEquals(List.of("1 a 1 of 1"), told(HIGHER, gone.toArray(Sent[]::new)));
    }

    @Test
    void onTheFinalBoardATeamStandsByTheBestThatItChose() {
        assertEquals(
                List.of("a 2 chosen"),
                picked(sent(1, .9, .9), chosen(sent(2, .1, .5)), chosen(sent(3, .2, .4)), sent(4, .3, .8)));
    }

    @Test
    void aTeamThatChoseNoneStandsByTheBetterOfItsBestPublicOneAndItsLatest() {
        assertEquals(List.of("a 1 automatic"), picked(sent(1, .9, .5), sent(2, .1, .9), sent(3, .2, .4)));
        assertEquals(List.of("a 3 automatic"), picked(sent(1, .9, .3), sent(2, .1, .9), sent(3, .2, .4)));
        // What was chosen and then withdrawn chooses nothing.
        assertEquals(
                List.of("a 3 automatic"),
                picked(sent(1, .9, .3), chosen(sent(2, .1, .9)).in(SubmissionState.WITHDRAWN), sent(3, .2, .4)));
    }

    @Test
    void aWeightedSumCountsEachScoreOnItsScale() {
        var agreement = metric("m", "higher", 2.0, List.of(0.5, 1.0));
        var error = metric("e", "lower", 1.0, List.of(10.0, 0.0));
        var rules = rules(RankBy.of("weighted-sum", List.of(agreement, error)), List.of(agreement, error));
        var board =
                board(rules, List.of(both("a", 1, .75, 5), both("b", 2, .4, 0), both("c", 3, 1, 20), entry("d", 4, 1)));
        // a: 2 * 0.5 + 0.5; b: 0 + 1; c: 2 + 0; d lacks a score.
        assertEquals(List.of("1 c 2.0", "2 a 1.5", "3 b 1.0"), keys(board));
    }

    @Test
    void aMeanRankIsTheWeightedMeanOfRanksWithTiesSharedAndMissingScoresLast() {
        var agreement = metric("m", "higher", 1.0, null);
        var error = metric("e", "lower", 3.0, null);
        var rules = rules(RankBy.of("mean-rank", List.of(agreement, error)), List.of(agreement, error));
        var board = board(
                rules, List.of(both("a", 1, .9, 5), both("b", 2, .8, 5), both("c", 3, .7, 1), entry("d", 4, .95)));
        // Ranks by m: d 1, a 2, b 3, c 4; by e: c 1, a and b 2.5, d 4.
        assertEquals(List.of("1 c -1.75", "2 a -2.375", "3 b -2.625", "4 d -3.25"), keys(board));
    }

    @Test
    void sortingByAColumnKeepsTheRanksAndPutsMissingScoresLast() {
        var agreement = metric("m", "higher", null, null);
        var error = metric("e", "lower", null, null);
        var rules = rules(RankBy.of("primary", List.of(agreement, error)), List.of(agreement, error));
        var board = board(
                rules, List.of(both("a", 1, .9, 5), both("b", 2, .8, 2), entry("c", 3, .99), both("d", 4, .7, 5)));
        var column = board.by(error);
        var names = new ArrayList<String>();
        Cursor after = null;
        do {
            var page = column.page(after, 2);
            page.indices().forEach(i -> names.add(board.rank(i) + board.at(i).name()));
            after = page.next();
        } while (after != null);
        assertEquals(List.of("3b", "2a", "4d", "1c"), names);
    }

    @Test
    void pagesGoOnBehindARowThatHasLeftTheBoard() {
        var all = List.of(entry("a", 1, .9), entry("b", 2, .8), entry("c", 3, .7), entry("d", 4, .6));
        var rules = rules(new RankBy.Primary(HIGHER), List.of(HIGHER));
        var first = board(rules, all).by(null).page(null, 2);
        var without = board(rules, List.of(all.get(0), all.get(2), all.get(3)));
        var second = without.by(null).page(first.next(), 2);
        assertEquals(
                List.of("c", "d"),
                second.indices().stream().map(i -> without.at(i).name()).toList());
        assertNull(second.next());
        assertEquals(first.next(), Cursor.of(first.next().text()));
    }

    @Test
    void itIsTheSlowAndObviousOrderWhateverTheInputsOrder() {
        var random = new Random(20071);
        for (int round = 0; round < 300; round++) {
            var metric = random.nextBoolean() ? HIGHER : LOWER;
            var sent = randomEntries(random);
            var expected = slow(metric, sent);
            for (int shuffle = 0; shuffle < 3; shuffle++) {
                Collections.shuffle(sent, random);
                assertEquals(expected, told(metric, sent.toArray(Sent[]::new)));
            }
        }
    }

    @Test
    void aBoardChangedTeamByTeamIsTheOneMadeAnew() {
        var random = new Random(2007);
        var both = List.of(metric("m", "higher", 1.0, null), metric("e", "lower", 2.0, null));
        for (var rankBy : List.of(new RankBy.Primary(HIGHER), RankBy.of("mean-rank", both))) {
            var rules = rules(rankBy, both);
            var sent = new ArrayList<Sent>();
            var changed = board(rules, sent);
            for (long order = 1; order <= 200; order++) {
                var team = "t" + random.nextInt(9);
                var other = "t" + random.nextInt(9);
                switch (random.nextInt(5)) {
                    case 0 -> sent.removeIf(each -> each.team().equals(team));
                    // The other team becomes part of this one, with what it has sent.
                    case 1 -> sent.replaceAll(each -> each.team().equals(other) ? new Sent(team, each.entry()) : each);
                    default -> sent.add(both(team, order, random.nextInt(5), random.nextInt(5)));
                }
                var folds = folds(rules, sent);
                changed = changed.with(
                        new HashSet<>(List.of(id(team), id(other))),
                        Stream.of(team, other)
                                .distinct()
                                .map(folds::get)
                                .filter(Objects::nonNull)
                                .map(fold -> fold.on(BOARD))
                                .filter(Objects::nonNull)
                                .toList());
                assertEquals(keys(board(rules, sent)), keys(changed));
            }
        }
    }

    private static List<Sent> randomEntries(Random random) {
        var sent = new ArrayList<Sent>();
        int teams = 1 + random.nextInt(8);
        for (int order = 1; order <= random.nextInt(40); order++) {
            // Few different scores, so that there are many ties, and both zeros among them.
            double score = random.nextInt(4) / 4.0 * (random.nextBoolean() ? 1 : -1);
            int team = random.nextInt(teams);
            var one = entry(team == 0 ? "base" : "t" + team, order, score);
            sent.add(random.nextInt(5) == 0 ? one.in(SubmissionState.WITHDRAWN) : one);
        }
        return sent;
    }

    /// For each place the entry that none beats, of those whose team has no place yet.
    private static List<String> slow(BoardMetric metric, List<Sent> all) {
        var left = new ArrayList<>(all);
        left.removeIf(sent -> sent.entry().state() != SubmissionState.SCORED);
        var told = new ArrayList<String>();
        int rank = 0;
        while (!left.isEmpty()) {
            var first = left.getFirst();
            for (var other : left) {
                double a = other.score();
                double b = first.score();
                boolean better = metric == HIGHER ? a > b : a < b;
                if (better || a == b && other.entry().order() < first.entry().order()) {
                    first = other;
                }
            }
            var best = first;
            long submissions =
                    left.stream().filter(s -> s.team().equals(best.team())).count();
            told.add((best.team().equals("base") ? "null" : ++rank) + " " + best.team() + " "
                    + best.entry().order() + " of " + submissions);
            left.removeIf(s -> s.team().equals(best.team()));
        }
        return told;
    }

    /// What a team sent.
    private record Sent(String team, Entry entry) {

        Sent in(SubmissionState state) {
            return with(entry.late(), state, entry.chosenFor());
        }

        Sent with(boolean late, SubmissionState state, Set<UUID> chosenFor) {
            return new Sent(
                    team,
                    new Entry(
                            entry.id(),
                            TEAM,
                            entry.phase(),
                            entry.order(),
                            entry.acceptedAt(),
                            late,
                            state,
                            chosenFor,
                            entry.publicScores(),
                            Told.YES,
                            entry.privateScores(),
                            null,
                            null));
        }

        double score() {
            return entry.publicScores().get("m").value();
        }
    }

    private static Sent late(Sent sent) {
        return sent.with(true, sent.entry().state(), Set.of());
    }

    private static Sent chosen(Sent sent) {
        return sent.with(false, sent.entry().state(), Set.of(PHASE));
    }

    private static Sent entry(String team, long order, double score) {
        return sent(team, order, scores(score, null), Map.of());
    }

    private static Sent both(String team, long order, double m, double e) {
        return sent(team, order, scores(m, e), Map.of());
    }

    private static Sent sent(long order, double publicScore, double privateScore) {
        return sent("a", order, scores(publicScore, null), scores(privateScore, null));
    }

    private static Sent sent(
            String team, long order, Map<String, BoardScore> publicScores, Map<String, BoardScore> privateScores) {
        return new Sent(
                team,
                new Entry(
                        id(team + order),
                        TEAM,
                        PHASE,
                        order,
                        Instant.ofEpochSecond(order),
                        false,
                        SubmissionState.SCORED,
                        Set.of(),
                        publicScores,
                        Told.YES,
                        privateScores,
                        null,
                        null));
    }

    private static Map<String, BoardScore> scores(double m, @Nullable Double e) {
        var scores = new LinkedHashMap<String, BoardScore>();
        scores.put("m", new BoardScore(m, null, null, null));
        if (e != null) {
            scores.put("e", new BoardScore(e, null, null, null));
        }
        return scores;
    }

    private static Map<String, TeamFold> folds(Rules rules, List<Sent> all) {
        var byTeam = new HashMap<String, List<Entry>>();
        all.stream()
                .sorted((a, b) -> Long.compare(a.entry().order(), b.entry().order()))
                .forEach(sent -> byTeam.computeIfAbsent(sent.team(), t -> new ArrayList<>())
                        .add(sent.entry()));
        var folds = new HashMap<String, TeamFold>();
        byTeam.forEach((team, entries) -> folds.put(
                team,
                new TeamFold(
                        rules,
                        new Competitor(id(team), team, team.equals("base"), List.of(), entries),
                        PairedErrors.NONE)));
        return folds;
    }

    private static Ranked board(Rules rules, List<Sent> all) {
        return board(rules, all, BOARD);
    }

    private static Ranked board(Rules rules, List<Sent> all, BoardId board) {
        var standings = new ArrayList<Standing>();
        for (var fold : folds(rules, all).values()) {
            var standing = fold.on(board);
            if (standing != null) {
                standings.add(standing);
            }
        }
        return Ranked.of(rules.rankBy(), standings);
    }

    private static Rules rules(RankBy rankBy, List<BoardMetric> metrics) {
        return new Rules(
                metrics,
                rankBy,
                new Disclosure(new org.voorwerp.board.BoardRule.Full(), 100, Map.of()),
                List.of(BOARD, FINAL),
                Map.of(PHASE, Set.of(PHASE)),
                Set.of());
    }

    private static BoardMetric metric(
            String key, String direction, @Nullable Double weight, @Nullable List<Double> scale) {
        return new BoardMetric(key, key, direction, key.equals("m"), weight, scale);
    }

    /// Rank, team, the submission's order, number of submissions.
    private static List<String> told(BoardMetric metric, Sent... sent) {
        var board = board(rules(new RankBy.Primary(metric), List.of(metric)), List.of(sent));
        return IntStream.range(0, board.size())
                .mapToObj(i -> board.rank(i) + " " + board.at(i).name() + " "
                        + board.at(i).order() + " of " + board.at(i).submissions())
                .toList();
    }

    private static List<String> picked(Sent... sent) {
        var board = board(rules(new RankBy.Primary(HIGHER), List.of(HIGHER)), List.of(sent), FINAL);
        return IntStream.range(0, board.size())
                .mapToObj(i -> board.at(i).name() + " " + board.at(i).order() + " "
                        + board.at(i).picked().word())
                .toList();
    }

    private static List<String> keys(Ranked board) {
        return IntStream.range(0, board.size())
                .mapToObj(i -> board.rank(i) + " " + board.at(i).name() + " "
                        + board.at(i).key())
                .toList();
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
