package org.voorwerp.server.leaderboard.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.board.BoardRule;
import org.voorwerp.board.Grid;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.disclosure.Disclosure;
import org.voorwerp.server.challenge.disclosure.Disclosure.Column;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.submission.SubmissionState;

class PublicScoresTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID CARRIES_ON = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);
    private static final Grid GRID = new Grid(new BigDecimal("0.05"));
    private static final UUID TEAM = new UUID(2, 1);
    private static final UUID ANOTHER = new UUID(2, 2);
    private static final UUID THIRD = new UUID(2, 3);
    private static final BoardMetric METRIC = new BoardMetric("m", "M", "higher", true, null, null);

    private final List<Entry> sent = new ArrayList<>();
    private final List<Merger> mergers = new ArrayList<>();
    private UUID sender = TEAM;

    /// Whatever is sent next is sent by this team.
    private PublicScoresTest by(UUID team) {
        sender = team;
        return this;
    }

    /// What has been sent so far was sent before `from` became part of `into`.
    private PublicScoresTest merged(UUID from, UUID into) {
        mergers.add(new Merger(from, into, sent.size() - 1));
        return this;
    }

    private PublicScoresTest sent(double score) {
        return sent(score, SubmissionState.SCORED, FIRST);
    }

    private PublicScoresTest sent(@Nullable Double score, SubmissionState state, UUID phase) {
        var own = new BoardScore(score == null ? 0 : score, 0.0, 1.0, "of the raw score");
        sent.add(new Entry(
                new UUID(1, sent.size()),
                sender,
                phase,
                sent.size(),
                Instant.EPOCH,
                false,
                state,
                Set.of(),
                score == null ? Map.of() : Map.of("m", own),
                Told.YES,
                Map.of("m", own),
                null,
                null));
        return this;
    }

    private List<String> told(BoardRule rule, PairedErrors errors) {
        var column = new Column(1, rule instanceof BoardRule.Full ? null : GRID, false);
        var rules = new Rules(
                List.of(METRIC),
                new RankBy.Primary(METRIC),
                new Disclosure(rule, 100, Map.of("m", column)),
                List.of(),
                Map.of(FIRST, Set.of(FIRST), CARRIES_ON, Set.of(FIRST, CARRIES_ON), OTHER, Set.of(OTHER)),
                Set.of());
        return new PublicScores(rules, errors)
                .told(mergers, sent).stream()
                        .map(entry -> entry.told() == Told.YES
                                ? entry.publicScores().isEmpty()
                                        ? "none"
                                        : "" + entry.publicScores().get("m").value()
                                : entry.told().name())
                        .toList();
    }

    private List<String> told(BoardRule rule) {
        return told(rule, PairedErrors.NONE);
    }

    @Test
    void aFullBoardTellsEveryScoreAndARoundedOneItsPlaceOnTheGrid() {
        sent(0.512).sent(0.538).sent(0.1);
        assertEquals(List.of("0.512", "0.538", "0.1"), told(new BoardRule.Full()));
        assertEquals(List.of("0.5", "0.55", "0.1"), told(new BoardRule.Rounded(GRID)));
    }

    @Test
    void ofARoundedScoreNothingIsLeftThatWasMadeOfTheRawOne() {
        sent(0.512);
        var column = new Column(1, GRID, true);
        var rules = new Rules(
                List.of(METRIC),
                new RankBy.Primary(METRIC),
                new Disclosure(new BoardRule.Rounded(GRID), 100, Map.of("m", column)),
                List.of(),
                Map.of(FIRST, Set.of(FIRST)),
                Set.of());
        var score = new PublicScores(rules, PairedErrors.NONE)
                .told(List.of(), sent)
                .getFirst()
                .scores(Part.PUBLIC)
                .get("m");
        // scipy.stats.binomtest(50, 100).proportion_ci(method='wilson')
        assertEquals(0.4038, score.low(), 5e-5);
        assertEquals(0.5962, score.high(), 5e-5);
        assertNull(new PublicScores(withoutShare(rules), PairedErrors.NONE)
                .told(List.of(), sent)
                .getFirst()
                .scores(Part.PUBLIC)
                .get("m")
                .low());
    }

    private static Rules withoutShare(Rules rules) {
        var disclosure = new Disclosure(rules.disclosure().rule(), 100, Map.of("m", new Column(1, GRID, false)));
        return new Rules(rules.metrics(), rules.rankBy(), disclosure, rules.boards(), rules.sources(), Set.of());
    }

    @Test
    void aLadderTellsOnlyWhatIsBetterByMoreThanItsStepAndTheRestStaysUntold() {
        sent(0.50).sent(0.54).sent(0.56).sent(0.2).sent(0.62);
        // 0.56 stands on the grid as 0.55, and 0.62 is better than that by more than 0.05.
        assertEquals(List.of("0.5", "NOT_BETTER", "0.55", "NOT_BETTER", "0.6"), told(new BoardRule.Ladder(GRID)));
    }

    @Test
    void withoutAStepTheErrorOfTheDifferenceDecides() {
        sent(0.50).sent(0.52).sent(0.54);
        PairedErrors close = (submission, other) -> OptionalDouble.of(submission.order() == 1 ? 0.03 : 0.035);
        assertEquals(List.of("0.5", "NOT_BETTER", "0.55"), told(new BoardRule.FreeLadder(GRID), close));
        // Where it is not known, the grid does.
        assertEquals(List.of("0.5", "NOT_BETTER", "NOT_BETTER"), told(new BoardRule.FreeLadder(GRID)));
    }

    @Test
    void aLadderWaitsForWhatWasAcceptedEarlierAndForNothingElse() {
        sent(0.5)
                .sent(null, SubmissionState.FAILED, FIRST)
                .sent(null, SubmissionState.WITHDRAWN, FIRST)
                .sent(0.7)
                .sent(null, SubmissionState.SCORING, FIRST)
                .sent(0.9);
        assertEquals(
                List.of("0.5", "none", "none", "0.7", "AWAITS_EARLIER", "AWAITS_EARLIER"),
                told(new BoardRule.Ladder(GRID)));
    }

    @Test
    void whatWasToldOfASubmissionThatIsGoneIsStillKnown() {
        sent(0.9, SubmissionState.WITHDRAWN, FIRST)
                .sent(0.5)
                .sent(0.8, SubmissionState.DISQUALIFIED, FIRST)
                .sent(0.96);
        assertEquals(List.of("0.9", "NOT_BETTER", "NOT_BETTER", "0.95"), told(new BoardRule.Ladder(GRID)));
    }

    @Test
    void aPhaseThatCarriesOnCarriesTheLadderOnAndAnotherBeginsAnew() {
        sent(0.9).sent(0.5, SubmissionState.SCORED, CARRIES_ON).sent(0.5, SubmissionState.SCORED, OTHER);
        assertEquals(List.of("0.9", "NOT_BETTER", "0.5"), told(new BoardRule.Ladder(GRID)));
    }

    @Test
    void withoutAScoreThatRanksNoOtherIsToldOnALadder() {
        sent(null, SubmissionState.SCORED, FIRST).sent(0.4);
        assertEquals(List.of("none", "0.4"), told(new BoardRule.Ladder(GRID)));
    }

    @Test
    void aMergerTellsNothingThatNeitherTeamWasTold() {
        // Gone through by one team in this order, 0.75 would be told: it is close to 0.7, and so the two are told
        // apart.
        PairedErrors close = (submission, other) -> OptionalDouble.of(other.order() == 0 ? 0.01 : 0.2);
        by(ANOTHER).sent(0.7).by(TEAM).sent(0.6).sent(0.75);
        assertEquals(List.of("0.7", "0.6", "NOT_BETTER"), told(new BoardRule.FreeLadder(GRID), close));
        merged(ANOTHER, TEAM);
        assertEquals(List.of("0.7", "0.6", "NOT_BETTER"), told(new BoardRule.FreeLadder(GRID), close));
    }

    @Test
    void whatAUnitedTeamSendsHasToBeatTheBetterOfWhatBothWereTold() {
        sent(0.7)
                .by(ANOTHER)
                .sent(0.9)
                .merged(ANOTHER, TEAM)
                .by(TEAM)
                .sent(0.8)
                .sent(0.93)
                .sent(0.96);
        assertEquals(List.of("0.7", "0.9", "NOT_BETTER", "NOT_BETTER", "0.95"), told(new BoardRule.Ladder(GRID)));
        sent.clear();
        mergers.clear();
        by(ANOTHER).sent(0.7).by(TEAM).sent(0.9).merged(ANOTHER, TEAM).sent(0.8).sent(0.96);
        assertEquals(List.of("0.7", "0.9", "NOT_BETTER", "0.95"), told(new BoardRule.Ladder(GRID)));
    }

    @Test
    void aTeamOfTeamsKnowsWhatAllOfThemWereTold() {
        sent(0.5)
                .by(ANOTHER)
                .sent(0.6)
                .by(THIRD)
                .sent(0.7)
                .merged(THIRD, ANOTHER)
                .merged(ANOTHER, TEAM)
                .by(TEAM)
                .sent(0.65)
                .sent(0.8);
        assertEquals(List.of("0.5", "0.6", "0.7", "NOT_BETTER", "0.8"), told(new BoardRule.Ladder(GRID)));
    }

    @Test
    void aUnitedTeamWaitsForWhatEitherStillAwaits() {
        sent(0.5)
                .by(ANOTHER)
                .sent(null, SubmissionState.SCORING, FIRST)
                .by(TEAM)
                .sent(0.6);
        assertEquals(List.of("0.5", "AWAITS_EARLIER", "0.6"), told(new BoardRule.Ladder(GRID)));
        merged(ANOTHER, TEAM).sent(0.9);
        assertEquals(List.of("0.5", "AWAITS_EARLIER", "0.6", "AWAITS_EARLIER"), told(new BoardRule.Ladder(GRID)));
    }
}
