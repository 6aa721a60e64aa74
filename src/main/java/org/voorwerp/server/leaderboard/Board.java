package org.voorwerp.server.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.standing.BoardMetric;
import org.voorwerp.server.leaderboard.standing.Disqualified;

/// A leaderboard, or a page of it.
///
/// @param challenge its slug
/// @param scoringVersion which truth and metrics the scores are of
/// @param phase whose board it is
/// @param part the part of the truth that ranks: `public` or `private`
/// @param shows how much of it the caller sees: `full`, `own` (the caller's row) or `hidden`
/// @param opensAt when all of it is shown to everybody; left out where it is, or where it never will be
/// @param rankedBy what ranks: `primary`, `mean-rank` or `weighted-sum`
/// @param disclosed what is told of scores on the public part; left out of the board of the private one,
///     and where the board is hidden: how often it happened is an answer, too
/// @param metrics the columns, the primary one first
/// @param ranked how many teams have a rank; left out unless the whole board is shown
/// @param crowd where volunteers themselves would stand; empty where that is not known
/// @param rows in order, baselines and late submissions among them
/// @param disqualified submissions that an organiser took off the board, the latest first
/// @param next where the rows go on; null at the end
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Board(
        String challenge,
        int scoringVersion,
        String phase,
        String part,
        String shows,
        @Nullable Instant opensAt,
        String rankedBy,
        @Nullable Disclosed disclosed,
        List<BoardMetric> metrics,
        @Nullable Integer ranked,
        List<CrowdLine> crowd,
        List<BoardRow> rows,
        List<Disqualified> disqualified,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    public Board {
        metrics = List.copyOf(metrics);
        rows = List.copyOf(rows);
    }
}
