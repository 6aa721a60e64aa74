package org.voorwerp.server.web.board;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.Board;
import org.voorwerp.server.leaderboard.Disclosed;
import org.voorwerp.server.web.text.Format;

/// What a board is, in sentences.
public final class BoardWords {

    private BoardWords() {}

    /// What is told of scores on the public part, and how often that happened, in sentences; null on the board of the
    /// private part, and where the board is hidden.
    static @Nullable String disclosed(Board board) {
        var disclosed = board.disclosed();
        return disclosed == null
                ? null
                : rule(disclosed, board.metrics().getFirst().key()) + " So far "
                        + Format.count(disclosed.told(), "score was told", "scores were told") + ", of "
                        + Format.count(disclosed.asked(), "submission", "submissions") + " on "
                        + Format.count(disclosed.subjects(), "subject", "subjects") + "." + luck(disclosed);
    }

    /// By which rule scores on the public part are told, in a sentence.
    ///
    /// @param primary the key of the primary metric
    public static String rule(Disclosed disclosed, String primary) {
        var step = disclosed.steps().get(primary);
        var grid = step == null ? "" : ", rounded to multiples of " + step.toPlainString();
        return switch (disclosed.rule()) {
            case "full" -> "Every score is told as it is.";
            case "rounded" -> "Every score is told" + grid + ".";
            case "ladder-by-step" ->
                "The scores of a submission are told only if it is better than what its team was told before by more than"
                        + " the step of the ladder" + grid + ".";
            default ->
                "The scores of a submission are told only if it is better than what its team was told before by more than"
                        + " one standard error of the difference between the two" + grid + ".";
        };
    }

    private static String luck(Disclosed disclosed) {
        return disclosed.asked() < 2
                ? ""
                : " Were all told as they are, the best of so many equals would stand " + Format.score(disclosed.luck())
                        + " above its worth by luck alone.";
    }

    /// By which rule teams are ordered.
    static String rankedBy(Board board) {
        var weights = board.metrics().stream()
                .filter(metric -> metric.weight() != null)
                .map(metric -> metric.title() + " (weight " + Format.plain(metric.weight())
                        + (metric.scale() == null
                                ? ""
                                : ", " + Format.plain(metric.scale().getFirst()) + " counts 0 and "
                                        + Format.plain(metric.scale().getLast()) + " counts 1")
                        + ")")
                .collect(Collectors.joining(", "));
        return switch (board.rankedBy()) {
            case "weighted-sum" -> "by the weighted sum of " + weights;
            case "mean-rank" -> "by the weighted mean of its ranks by " + weights;
            default -> "by " + board.metrics().getFirst().title();
        };
    }

    /// Where volunteers themselves would stand, in a sentence; null where that is not known.
    static @Nullable String crowd(Board board) {
        var primary = board.metrics().getFirst().key();
        var said = board.crowd().stream()
                .filter(line -> line.scores().containsKey(primary))
                .map(line ->
                        (line.who().equals("crowd") ? "the crowd again, with as many votes, at " : "one volunteer at ")
                                + Format.score(
                                        Objects.requireNonNull(line.scores().get(primary))))
                .collect(Collectors.joining(", "));
        return said.isEmpty()
                ? null
                : "By " + board.metrics().getFirst().title() + " volunteers would stand here: " + said + ".";
    }

    /// What the column is called by which several metrics rank; null where one does.
    static @Nullable String combined(Board board) {
        return switch (board.rankedBy()) {
            case "weighted-sum" -> "Weighted sum";
            case "mean-rank" -> "Mean rank";
            default -> null;
        };
    }
}
