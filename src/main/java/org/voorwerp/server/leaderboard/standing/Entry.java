package org.voorwerp.server.leaderboard.standing;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.submission.SubmissionState;

/// A submission, as far as boards are concerned.
///
/// @param order its place in the order of acceptance, no two alike
/// @param late whether it came after the end of its phase
/// @param chosenFor the phases on whose private boards its team wants to stand by it
/// @param publicScores by metric, in the order of the columns; empty while it has none
/// @param told whether the public scores are told; [Told#YES] also of the scores as they are
/// @param privateScores likewise; nobody's before their time
/// @param sentAs the team that sent it: the one whose it is, or one that has become part of that
/// @param subjectScores the blob of how single subjects move the primary score; null if there is none
/// @param compared the comparison that was last worked out; null if there was none
public record Entry(
        UUID id,
        UUID sentAs,
        UUID phase,
        long order,
        Instant acceptedAt,
        boolean late,
        SubmissionState state,
        Set<UUID> chosenFor,
        Map<String, BoardScore> publicScores,
        Told told,
        Map<String, BoardScore> privateScores,
        @Nullable String subjectScores,
        @Nullable PairedError compared) {

    /// Whether it may stand on a board.
    public boolean counts() {
        return state == SubmissionState.SCORED;
    }

    /// The same with public scores as they are told.
    Entry told(Told how, Map<String, BoardScore> scores) {
        return new Entry(
                id,
                sentAs,
                phase,
                order,
                acceptedAt,
                late,
                state,
                chosenFor,
                scores,
                how,
                privateScores,
                subjectScores,
                compared);
    }

    /// Whether it is scored on a part, told or not.
    boolean isScoredOn(Part part) {
        return part == Part.PUBLIC && told == Told.NOT_BETTER || !scores(part).isEmpty();
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
