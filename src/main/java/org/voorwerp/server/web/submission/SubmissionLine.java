package org.voorwerp.server.web.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.submission.QuotaView;
import org.voorwerp.server.submission.SubmissionState;
import org.voorwerp.server.submission.SubmissionView;
import org.voorwerp.server.web.text.Format;

/// A submission as its pages show it.
///
/// @param says its state in words
/// @param live whether that is still changing
/// @param scores the primary one first; empty while there are none
/// @param finalScores of the private part, once they are shown
/// @param why where it stands on the board, or why it does not
/// @param detail what organisers are told about a failure, or what scoring programs said
public record SubmissionLine(
        UUID id,
        String team,
        String phase,
        boolean late,
        long order,
        String state,
        String says,
        boolean live,
        boolean withdrawable,
        boolean restorable,
        Instant at,
        @Nullable String fileName,
        long bytes,
        String sha256,
        @Nullable String note,
        @Nullable String message,
        @Nullable String incident,
        @Nullable String detail,
        List<ScoreLine> scores,
        List<ScoreLine> finalScores,
        @Nullable Integer rank,
        boolean teamBest,
        String why,
        @Nullable QuotaView quota) {

    /// @param method how the interval was made
    public record ScoreLine(
            String title,
            String better,
            boolean primary,
            String value,
            @Nullable String range,
            @Nullable String method) {}

    public static SubmissionLine of(SubmissionView view, List<ConfiguredMetric<?>> metrics) {
        var state = SubmissionState.valueOf(view.state().toUpperCase(java.util.Locale.ROOT));
        return new SubmissionLine(
                view.id(),
                view.team(),
                view.phase(),
                view.late(),
                view.order(),
                view.state(),
                says(state),
                !state.isFinal(),
                view.links().containsKey("withdraw"),
                view.links().containsKey("restore"),
                view.acceptedAt(),
                view.fileName(),
                view.bytes(),
                view.sha256(),
                view.note(),
                view.message(),
                view.incident(),
                view.detail(),
                scores(view.scores(), metrics),
                scores(view.finalScores(), metrics),
                view.rank(),
                view.teamBest(),
                view.why().says(),
                view.quota());
    }

    private static String says(SubmissionState state) {
        return switch (state) {
            case ACCEPTED -> "Accepted, waiting to be scored";
            case SCORING -> "Being scored";
            case SCORED -> "Scored";
            case FAILED -> "Could not be scored";
            case WITHDRAWN -> "Withdrawn";
            case DISQUALIFIED -> "Disqualified";
        };
    }

    private static List<ScoreLine> scores(Map<String, BoardScore> scores, List<ConfiguredMetric<?>> metrics) {
        var lines = new ArrayList<ScoreLine>();
        for (var metric : metrics) {
            var score = scores.get(metric.key());
            if (score != null) {
                lines.add(new ScoreLine(
                        metric.title(),
                        Format.better(metric.metric().direction()),
                        metric.primary(),
                        Format.score(score.value()),
                        Format.interval(score.low(), score.high()),
                        score.method()));
            }
        }
        return lines;
    }
}
