package org.voorwerp.server.leaderboard;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.submission.BoardScore;

/// A team and the submission by which it stands on the board.
///
/// @param rank from 1; null for baselines
/// @param team its name
/// @param baseline whether it is one
/// @param submissions how many of its submissions are scored and not withdrawn
/// @param submittedAt when the one shown was accepted
/// @param scores by metric, in the order of the columns
public record BoardRow(
        @Nullable Integer rank,
        String team,
        boolean baseline,
        int submissions,
        Instant submittedAt,
        Map<String, BoardScore> scores) {}
