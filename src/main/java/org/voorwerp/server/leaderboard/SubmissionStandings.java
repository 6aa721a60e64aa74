package org.voorwerp.server.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.BoardShown;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.leaderboard.standing.BoardId;
import org.voorwerp.server.leaderboard.standing.BoardKeeper;
import org.voorwerp.server.leaderboard.standing.Current;
import org.voorwerp.server.leaderboard.standing.Entry;
import org.voorwerp.server.leaderboard.standing.TeamFold;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.submission.Standings;
import org.voorwerp.server.submission.Submission;

/// Says of single submissions what the boards say, and no more than they do.
@ApplicationScoped
class SubmissionStandings implements Standings {

    private final BoardKeeper keeper;
    private final Clock clock;

    SubmissionStandings(BoardKeeper keeper, Clock clock) {
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Standing> of(Challenge challenge, List<Submission> submissions) {
        var teams = submissions.stream().map(s -> s.teamId).collect(Collectors.toSet());
        var current = keeper.boards(challenge.slug, null);
        if (teams.isEmpty() || current.isEmpty()) {
            return Map.of();
        }
        var folds = keeper.folds(current.get(), teams);
        var now = clock.instant();
        var standings = new HashMap<UUID, Standing>();
        for (var submission : submissions) {
            var fold = folds.get(submission.teamId);
            var entry = fold == null ? null : entry(fold, submission);
            if (fold != null && entry != null) {
                standings.put(submission.id, standing(current.get(), submission, fold, entry, now));
            }
        }
        return standings;
    }

    private static @Nullable Entry entry(TeamFold fold, Submission submission) {
        return fold.shown().stream()
                .filter(entry -> entry.id().equals(submission.id))
                .findFirst()
                .orElse(null);
    }

    private static Standing standing(Current current, Submission submission, TeamFold fold, Entry entry, Instant now) {
        var phase = current.phases().stream()
                .filter(p -> p.id.equals(submission.phaseId))
                .findFirst()
                .orElseThrow();
        var board = new BoardId(phase.id, BoardAccess.current(phase, now));
        boolean hidden = BoardAccess.at(now, phase, board.part()) == BoardShown.HIDDEN;
        var onBoard = hidden ? null : fold.on(board);
        var ranked = current.boards().board(board);
        var index = onBoard == null ? null : ranked.indexOf(submission.teamId);
        return new Standing(
                shownOf(current, entry, Part.PUBLIC, now),
                shownOf(current, entry, Part.PRIVATE, now),
                index == null || index.isEmpty() ? null : ranked.rank(index.getAsInt()),
                onBoard != null && onBoard.submission().equals(entry.id()),
                hidden
                        ? WhyNot.hidden(submission, entry, BoardAccess.opensAt(phase, board.part()))
                        : WhyNot.of(submission, entry, fold, board));
    }

    /// The scores of a part, if a board on which the submission may stand shows that part to its team.
    private static Map<String, BoardScore> shownOf(Current current, Entry entry, Part part, Instant now) {
        boolean shown = current.phases().stream()
                .filter(phase -> current.boards().rules().isOnBoardsOf(phase.id, entry.phase()))
                .anyMatch(phase -> isShown(phase, part, now));
        return shown ? entry.scores(part) : Map.of();
    }

    private static boolean isShown(Phase phase, Part part, Instant now) {
        return BoardAccess.at(now, phase, part) != BoardShown.HIDDEN;
    }
}
