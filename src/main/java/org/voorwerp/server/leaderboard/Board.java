package org.voorwerp.server.leaderboard;

import java.util.List;

/// A leaderboard, all of the public part.
///
/// @param challenge its slug
/// @param scoringVersion which truth and metrics the scores are of
/// @param metrics the columns, the primary one first
/// @param rows the best team first, baselines among them
public record Board(String challenge, int scoringVersion, List<BoardMetric> metrics, List<BoardRow> rows) {

    public Board {
        metrics = List.copyOf(metrics);
        rows = List.copyOf(rows);
    }
}
