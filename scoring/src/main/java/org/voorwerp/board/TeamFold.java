package org.voorwerp.board;

import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Direction;

/// What one team has been told by a [BoardRule], submission after submission. It must be given the team's submissions
/// in the order of their acceptance, never in that of scoring: the Ladder depends on the order, and a board must not
/// depend on which worker was faster.
///
/// @param <S> what a submission is
public final class TeamFold<S> {

    /// What is known of scored submissions.
    ///
    /// @param <S> what a submission is
    public interface Scores<S> {

        /// The raw primary score on the public part; finite.
        double score(S submission);

        /// The standard error of the difference between the scores of two submissions on the same subjects, or
        /// of the first one's score where there is no second.
        double standardError(S submission, @Nullable S other);
    }

    /// What the board says after a submission.
    ///
    /// @param shown the submission whose scores are shown, that is the present one or, where a Ladder did not
    ///     move, an earlier one
    /// @param score the primary score as it is shown
    /// @param moved whether it is the present one
    public record Told<S>(S shown, double score, boolean moved) {}

    private final BoardRule rule;
    private final Direction direction;
    private final Scores<S> scores;
    private @Nullable Told<S> last;

    public TeamFold(BoardRule rule, Direction direction, Scores<S> scores) {
        this.rule = rule;
        this.direction = direction;
        this.scores = scores;
    }

    /// What the board says after the team's next submission.
    public Told<S> next(S submission) {
        double score = scores.score(submission);
        var told = switch (rule) {
            case BoardRule.Full() -> new Told<>(submission, score, true);
            case BoardRule.Rounded(var grid) -> new Told<>(submission, grid.round(score), true);
            case BoardRule.Ladder(var step) ->
                climb(submission, score, step, step.step().doubleValue());
            case BoardRule.FreeLadder(var grid) ->
                climb(submission, score, grid, scores.standardError(submission, last == null ? null : last.shown()));
        };
        last = told;
        return told;
    }

    /// Another team becomes part of this one. Together they know what either was told, so the better of the two
    /// goes on: their next submission has to beat that, and nothing is told by their coming together. Of equals it
    /// is this team's.
    public void join(TeamFold<S> other) {
        if (last == null || other.last != null && direction.better(other.reached(), reached())) {
            last = other.last;
        }
    }

    private Told<S> climb(S submission, double score, Grid grid, double step) {
        if (last == null
                || direction.better(
                        score, direction == Direction.HIGHER_IS_BETTER ? reached() + step : reached() - step)) {
            return new Told<>(submission, grid.round(score), true);
        }
        return new Told<>(last.shown(), last.score(), false);
    }

    /// The score that has to be beaten. The fixed step compares with what was published, as Algorithm 1 of the
    /// paper; the other with the raw score of the submission shown, as the authors' program.
    private double reached() {
        var told = java.util.Objects.requireNonNull(last);
        return rule instanceof BoardRule.FreeLadder ? scores.score(told.shown()) : told.score();
    }
}
