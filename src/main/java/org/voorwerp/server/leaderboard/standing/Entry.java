package org.voorwerp.server.leaderboard.standing;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.submission.SubmissionState;

/// A submission, as far as boards are concerned.
///
/// @param order its place in the order of acceptance, no two alike
/// @param late whether it came after the end of its phase
/// @param chosenFor the phases on whose private boards its team wants to stand by it
/// @param publicScores by metric, in the order of the columns; empty while it has none
/// @param privateScores likewise; nobody's before their time
public record Entry(
        UUID id,
        UUID phase,
        long order,
        Instant acceptedAt,
        boolean late,
        SubmissionState state,
        Set<UUID> chosenFor,
        Map<String, BoardScore> publicScores,
        Map<String, BoardScore> privateScores) {

    /// Whether it may stand on a board.
    public boolean counts() {
        return state == SubmissionState.SCORED;
    }

    /// The scores of one part.
    public Map<String, BoardScore> scores(Part part) {
        return switch (part) {
            case PUBLIC -> publicScores;
            case PRIVATE -> privateScores;
            case IGNORED -> Map.of();
        };
    }
}
