package org.voorwerp.server.leaderboard;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.leaderboard.standing.BoardId;
import org.voorwerp.server.leaderboard.standing.Entry;
import org.voorwerp.server.leaderboard.standing.Standing;
import org.voorwerp.server.leaderboard.standing.TeamFold;
import org.voorwerp.server.leaderboard.standing.Told;
import org.voorwerp.server.submission.Standings.Why;
import org.voorwerp.server.submission.Submission;

/// Why a submission is not on the board, or that it is.
final class WhyNot {

    private WhyNot() {}

    /// @param opensAt when the board is shown; null if never
    static Why hidden(Submission submission, Entry entry, @Nullable Instant opensAt) {
        return ofState(submission, entry)
                .orElseGet(() -> new Why(
                        "hidden",
                        "It is scored. The board of its phase is hidden"
                                + (opensAt == null ? "." : " until " + opensAt + ", and so is the score.")));
    }

    static Why of(Submission submission, Entry entry, TeamFold fold, BoardId board) {
        return ofState(submission, entry).orElseGet(() -> ofBoard(submission, entry, fold, board));
    }

    /// What holds whatever the board is; empty if it is scored and may stand there.
    private static Optional<Why> ofState(Submission submission, Entry entry) {
        var why = switch (entry.state()) {
            case ACCEPTED, SCORING -> new Why("waiting", "It is not scored yet.");
            case FAILED -> new Why("failed", "It could not be scored. That cost no quota.");
            case WITHDRAWN -> new Why("withdrawn", "Its team withdrew it.");
            case DISQUALIFIED ->
                new Why("disqualified", "An organiser disqualified it: " + submission.disqualifiedReason);
            case SCORED -> null;
        };
        return Optional.ofNullable(why);
    }

    private static Why ofBoard(Submission submission, Entry entry, TeamFold fold, BoardId board) {
        var standing = fold.on(board);
        if (standing != null && standing.submission().equals(entry.id())) {
            return onBoard(submission, standing);
        }
        if (board.part() == Part.PUBLIC && entry.told() == Told.NOT_BETTER) {
            return new Why(
                    "not-better",
                    "It is scored. By the Ladder, the rule of this board, its score is told only if it is better than the"
                            + " one its team was told before by more than chance explains, and it is not. It may be"
                            + " chosen for the final board all the same.");
        }
        if (board.part() == Part.PUBLIC && entry.told() == Told.AWAITS_EARLIER) {
            return new Why(
                    "awaits-earlier",
                    "It is scored. The board goes by the order in which submissions were accepted, and an earlier one of"
                            + " its team is still being scored.");
        }
        if (entry.scores(board.part()).isEmpty()) {
            return new Why("no-score", "It has no score by the metrics that rank.");
        }
        if (entry.late()) {
            return new Why(
                    "late", "It came after the end of its phase; submissions that came in time stand before it.");
        }
        if (board.part() == Part.PRIVATE && !fold.finalists(board).contains(entry)) {
            return new Why(
                    "not-chosen",
                    "The final board shows what the team chose or, where it chose nothing, the better of its best on the"
                            + " public part and its latest.");
        }
        return standing == null
                ? new Why("no-score", "It has no score by the metrics that rank.")
                : new Why(
                        "other-is-better",
                        "The team's submission " + standing.order()
                                + " is better, or as good and earlier; the board shows that one.");
    }

    private static Why onBoard(Submission submission, Standing standing) {
        if (submission.accountId == null) {
            return new Why("baseline", "It stands on the board as a baseline, which has no rank.");
        }
        return standing.late()
                ? new Why("late", "It stands on the board, marked as late and without a rank: its phase was over.")
                : new Why("on-board", "Its team stands on the board by it.");
    }
}
