package org.voorwerp.server.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.board.ShakeUp;
import org.voorwerp.board.ShakeUp.Pair;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.evaluation.paired.KeptScores;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.leaderboard.Leaderboards.View;
import org.voorwerp.server.leaderboard.standing.BoardId;
import org.voorwerp.server.leaderboard.standing.RankBy;
import org.voorwerp.server.leaderboard.standing.Ranked;
import org.voorwerp.server.leaderboard.standing.Standing;

/// Compares the two boards of a phase that has ended.
@ApplicationScoped
public class ShakeUps {

    /// Of larger boards it is not worked out how much is noise.
    private static final int MOST_TEAMS = 2000;

    private final KeptScores scores;

    ShakeUps(KeptScores scores) {
        this.scores = scores;
    }

    /// How the boards of the phase differ that a view of the private board is of.
    ///
    /// @throws NotFound if the phase has only one board
    public ShakeUpView of(View view) {
        if (view.phase().part() == Part.PRIVATE) {
            throw new NotFound("Phase \"" + view.phase().name + "\" has one board only.");
        }
        var opensAt = BoardAccess.opensAt(view.phase(), Part.PRIVATE);
        if (!view.isFullToAll()) {
            return new ShakeUpView(view.phase().name, opensAt, null, 0, null, List.of());
        }
        return view.current()
                .boards()
                .page(List.of("shake-up", view.phase().id), ShakeUpView.class, () -> compared(view));
    }

    private ShakeUpView compared(View view) {
        var boards = view.current().boards();
        var before = byTeam(boards.board(new BoardId(view.phase().id, Part.PUBLIC)));
        var after = boards.board(new BoardId(view.phase().id, Part.PRIVATE));
        var rankBy = boards.rules().rankBy();
        var errors = rankBy instanceof RankBy.Primary && after.ranked() <= MOST_TEAMS
                ? errors(after, view)
                : Map.<UUID, Double>of();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < after.size(); i++) {
            var now = after.at(i);
            var was = before.get(now.team());
            if (now.isRanked() && was != null) {
                pairs.add(new Pair(
                        now.name(),
                        score(was, rankBy),
                        score(now, rankBy),
                        errors.getOrDefault(now.submission(), Double.NaN)));
            }
        }
        return ShakeUpView.of(view.phase().name, null, ShakeUp.of(pairs, direction(rankBy)));
    }

    private static Map<UUID, Standing> byTeam(Ranked board) {
        var standings = new HashMap<UUID, Standing>();
        for (int i = 0; i < board.size(); i++) {
            if (board.at(i).isRanked()) {
                standings.put(board.at(i).team(), board.at(i));
            }
        }
        return standings;
    }

    /// What ranks: a score, a weighted sum, or a mean rank.
    private static double score(Standing standing, RankBy rankBy) {
        return switch (rankBy) {
            case RankBy.Primary(var metric) ->
                Objects.requireNonNull(standing.scores().get(metric.key())).value();
            case RankBy.WeightedSum _ -> standing.key();
            case RankBy.MeanRank _ -> -standing.key();
        };
    }

    private static Direction direction(RankBy rankBy) {
        return switch (rankBy) {
            case RankBy.Primary(var metric) -> metric.better();
            case RankBy.WeightedSum _ -> Direction.HIGHER_IS_BETTER;
            case RankBy.MeanRank _ -> Direction.LOWER_IS_BETTER;
        };
    }

    /// By submission the standard error of the difference between its two scores: of both samples of subjects, and of
    /// the rounding of the public one.
    private Map<UUID, Double> errors(Ranked board, View view) {
        var submissions = new ArrayList<UUID>();
        for (int i = 0; i < board.size(); i++) {
            submissions.add(board.at(i).submission());
        }
        var grid = view.current().boards().rules().disclosure().grid();
        double rounding = grid == null ? 0 : grid.step().doubleValue() / Math.sqrt(12);
        var errors = new HashMap<UUID, Double>();
        // One file at a time: all of them would be too many.
        scores.blobs(submissions, view.current().version())
                .forEach((submission, blob) -> scores.read(blob).ifPresent(kept -> {
                    double ofPublic = error(kept.of(Part.PUBLIC).orElse(null));
                    double ofPrivate = error(kept.of(Part.PRIVATE).orElse(null));
                    errors.put(
                            submission, Math.sqrt(ofPublic * ofPublic + ofPrivate * ofPrivate + rounding * rounding));
                }));
        return errors;
    }

    private static double error(org.voorwerp.scoring.@Nullable Estimate estimate) {
        return estimate == null ? Double.NaN : estimate.standardError();
    }
}
