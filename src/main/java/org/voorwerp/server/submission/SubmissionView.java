package org.voorwerp.server.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.submission.Standings.Standing;
import org.voorwerp.server.submission.Standings.Why;

/// A submission as its team sees it.
///
/// @param phase the phase it belongs to
/// @param late whether it came after the end of that
/// @param order its place among all submissions of the challenge
/// @param state a [SubmissionState]'s word
/// @param sha256 digest of the file, decompressed
/// @param bytes its length, decompressed
/// @param message why it failed
/// @param incident the number to quote where we are to blame
/// @param detail what an organiser is told about a failure, or, in the view of a single submission, what scoring
///     programs said; left out for others
/// @param disqualifiedReason why an organiser took it off the boards
/// @param scores of the public part, by metric, the primary first; empty while they are hidden
/// @param finalScores of the private part, once its board is open
/// @param rank the team's rank now
/// @param teamBest whether it is the one by which its team stands on the board
/// @param why where it stands on its phase's board, or why it does not
/// @param quota what the team may still send; left out in lists
public record SubmissionView(
        UUID id,
        String challenge,
        String team,
        String phase,
        boolean late,
        long order,
        String state,
        Instant acceptedAt,
        @Nullable Instant finishedAt,
        String sha256,
        long bytes,
        @Nullable String fileName,
        @Nullable String note,
        @Nullable String message,
        @Nullable String incident,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String disqualifiedReason,
        Map<String, BoardScore> scores,
        Map<String, BoardScore> finalScores,
        @Nullable Integer rank,
        boolean teamBest,
        Why why,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable QuotaView quota,
        Map<String, String> links) {

    static SubmissionView of(
            Submission submission,
            Challenge challenge,
            String team,
            String phase,
            Standing standing,
            @Nullable QuotaView quota,
            @Nullable String detail,
            boolean own) {
        return new SubmissionView(
                submission.id,
                challenge.slug,
                team,
                phase,
                submission.late,
                submission.acceptedOrder,
                submission.state,
                submission.acceptedAt,
                submission.finishedAt,
                submission.blob,
                submission.bytes,
                submission.fileName,
                submission.note,
                submission.message,
                submission.incident,
                detail,
                submission.disqualifiedReason,
                standing.scores(),
                standing.finalScores(),
                standing.rank(),
                standing.teamBest(),
                standing.why(),
                quota,
                links(submission, challenge, own));
    }

    private static Map<String, String> links(Submission submission, Challenge challenge, boolean own) {
        var self = "/api/submissions/" + submission.id;
        var links = new LinkedHashMap<String, String>();
        links.put("self", self);
        links.put("file", self + "/file");
        switch (submission.state()) {
            case ACCEPTED, SCORING, SCORED -> {
                if (own) {
                    links.put("withdraw", self + "/withdraw");
                }
            }
            case WITHDRAWN -> {
                if (own) {
                    links.put("restore", self + "/restore");
                }
            }
            case FAILED, DISQUALIFIED -> {}
        }
        links.put("leaderboard", "/api/challenges/" + challenge.slug + "/leaderboard");
        return links;
    }
}
