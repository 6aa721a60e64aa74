package org.voorwerp.server.leaderboard.standing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.voorwerp.server.submission.BoardScore;

/// A team on a board, and the submission by which it stands there.
///
/// @param submissions how many of its submissions are scored and count for this board
/// @param order that submission's place in the order of acceptance
/// @param late whether it was late, and so has no rank
/// @param scores of this board's part, by metric
/// @param key what the board is ordered by: larger is better
public record Standing(
        UUID team,
        String name,
        boolean baseline,
        int submissions,
        UUID submission,
        long order,
        Instant acceptedAt,
        boolean late,
        Picked picked,
        Map<String, BoardScore> scores,
        double key) {

    /// Baselines and late submissions stand among the others without a rank.
    public boolean isRanked() {
        return !baseline && !late;
    }

    Standing withKey(double other) {
        return new Standing(
                team, name, baseline, submissions, submission, order, acceptedAt, late, picked, scores, other);
    }
}
