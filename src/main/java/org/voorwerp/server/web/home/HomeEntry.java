package org.voorwerp.server.web.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.Board;
import org.voorwerp.server.leaderboard.standing.BoardMetric;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.board.BoardView;
import org.voorwerp.server.web.chart.Scale;
import org.voorwerp.server.web.data.ColumnLine;
import org.voorwerp.server.web.text.Format;

/// A challenge in the list of all.
///
/// @param train how many subjects there are to learn from; null where that is not known
/// @param test how many there are to predict
/// @param best the best score; null while there is none
/// @param stake what decides who is first
/// @param ends when it ends, or opens; null where that is not set
/// @param passed which share of its time is over, in percent; null where there is no end
/// @param cover where a picture of its images is; null where it has none
/// @param target what is to be predicted, drawn from what there is to learn from; null where there is a cover
public record HomeEntry(
        ChallengeHead challenge,
        @Nullable Long train,
        @Nullable Long test,
        @Nullable Best best,
        String stake,
        @Nullable Moment ends,
        @Nullable Double passed,
        @Nullable String cover,
        @Nullable ColumnLine target) {

    /// A moment that people wait for.
    public record Moment(String word, Instant at) {}

    /// The board in one line.
    ///
    /// @param metric its primary metric
    /// @param team whose the best score is
    /// @param value the best score
    /// @param range its interval
    /// @param teams where the teams' scores stand on the scale, the best first
    /// @param baselines where the baselines' stand
    public record Best(
            String metric,
            String better,
            String team,
            boolean byBaseline,
            String value,
            @Nullable String range,
            List<Double> teams,
            List<Double> baselines,
            List<Scale.Tick> ticks) {

        /// Null for a board on which nobody stands.
        public static @Nullable Best of(Board board) {
            var scale = BoardView.scale(board);
            var primary = board.metrics().stream().filter(BoardMetric::primary).findFirst();
            if (scale.isEmpty() || primary.isEmpty()) {
                return null;
            }
            var top = board.rows().stream()
                    .filter(row -> !row.baseline())
                    .findFirst()
                    .orElseGet(() -> board.rows().getFirst());
            var score = top.scores().get(primary.get().key());
            if (score == null) {
                return null;
            }
            return new Best(
                    primary.get().title(),
                    Format.better(primary.get().better()),
                    top.team(),
                    top.baseline(),
                    Format.score(score.value()),
                    Format.interval(score.low(), score.high()),
                    positions(board, scale.get(), false),
                    positions(board, scale.get(), true),
                    scale.get().ticks());
        }

        private static List<Double> positions(Board board, Scale scale, boolean baselines) {
            var positions = new ArrayList<Double>();
            for (var score : BoardView.primaries(board, baselines)) {
                var dot = scale.bar(score.value(), null, null).dot();
                if (dot != null) {
                    positions.add(dot);
                }
            }
            return positions;
        }
    }
}
