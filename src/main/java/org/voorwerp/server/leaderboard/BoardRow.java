package org.voorwerp.server.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.standing.RankBy;
import org.voorwerp.server.leaderboard.standing.Standing;
import org.voorwerp.server.submission.BoardScore;

/// A team and the submission by which it stands on the board.
///
/// @param rank from 1; null for baselines and for late submissions
/// @param team its name
/// @param baseline whether it is one
/// @param late whether that submission came after the end of its phase
/// @param submissions how many of its submissions are scored and count here
/// @param submittedAt when the one shown was accepted
/// @param picked why this one: `best` of all, `chosen` by the team, or `automatic` (the better of its best public one
///     and its latest)
/// @param combined what ranks where several metrics do: the mean rank or the weighted sum; otherwise null
/// @param scores by metric, in the order of the columns
/// @param place how surely it stands there; only on a final board that is open and ranked by one metric, for teams with
///     a rank, and of long boards for the first places
public record BoardRow(
        @Nullable Integer rank,
        String team,
        boolean baseline,
        boolean late,
        int submissions,
        Instant submittedAt,
        String picked,
        @Nullable Double combined,
        Map<String, BoardScore> scores,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Place place) {

    /// A row of a board.
    public static BoardRow of(@Nullable Integer rank, Standing standing, RankBy rankBy) {
        return of(rank, standing, rankBy, null);
    }

    static BoardRow of(@Nullable Integer rank, Standing standing, RankBy rankBy, @Nullable Place place) {
        return new BoardRow(
                rank,
                standing.name(),
                standing.baseline(),
                standing.late(),
                standing.submissions(),
                standing.acceptedAt(),
                standing.picked().word(),
                switch (rankBy) {
                    case RankBy.Primary _ -> null;
                    case RankBy.WeightedSum _ -> standing.key();
                    case RankBy.MeanRank _ -> -standing.key();
                },
                standing.scores(),
                place);
    }
}
