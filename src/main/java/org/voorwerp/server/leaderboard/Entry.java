package org.voorwerp.server.leaderboard;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.voorwerp.server.submission.BoardScore;

/// A scored submission, as far as a board is concerned.
///
/// @param order its place in the order of acceptance, no two alike
/// @param withdrawn whether it has left the board
/// @param scores of the public part, by metric, in the order of the columns
record Entry(
        UUID submission,
        UUID team,
        String name,
        boolean baseline,
        long order,
        Instant acceptedAt,
        boolean withdrawn,
        Map<String, BoardScore> scores) {}
