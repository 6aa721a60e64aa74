package org.voorwerp.server.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.submission.Standings.Standing;

/// A submission as its team sees it.
///
/// @param order its place among all submissions of the challenge
/// @param state a [SubmissionState]'s word
/// @param sha256 digest of the file, decompressed
/// @param bytes its length, decompressed
/// @param message why it failed
/// @param incident the number to quote where we are to blame
/// @param detail what an organiser is told about a failure; left out for others
/// @param scores of the public part, by metric, the primary first
/// @param rank the team's rank now
/// @param teamBest whether it is the one by which its team stands on the board
/// @param quota what the team may still send; left out in lists
public record SubmissionView(
        UUID id,
        String challenge,
        String team,
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
        Map<String, BoardScore> scores,
        @Nullable Integer rank,
        boolean teamBest,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable QuotaView quota,
        Map<String, String> links) {

    static SubmissionView of(
            Submission submission,
            Challenge challenge,
            String team,
            Standing standing,
            @Nullable QuotaView quota,
            boolean toOrganiser) {
        return new SubmissionView(
                submission.id,
                challenge.slug,
                team,
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
                toOrganiser ? submission.detail : null,
                standing.scores(),
                standing.rank(),
                standing.teamBest(),
                quota,
                links(submission, challenge));
    }

    private static Map<String, String> links(Submission submission, Challenge challenge) {
        var self = "/api/submissions/" + submission.id;
        var links = new LinkedHashMap<String, String>();
        links.put("self", self);
        links.put("file", self + "/file");
        if (submission.state() != SubmissionState.WITHDRAWN && submission.state() != SubmissionState.FAILED) {
            links.put("withdraw", self + "/withdraw");
        }
        links.put("leaderboard", "/api/challenges/" + challenge.slug + "/leaderboard");
        return links;
    }
}
