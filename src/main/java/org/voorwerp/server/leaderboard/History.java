package org.voorwerp.server.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the teams of a board came to their scores.
///
/// @param metric the key of the primary metric, whose scores these are
/// @param better which way they are better: `higher` or `lower`
/// @param lines of the teams on the board, in its order; none where the board did not show it at the time
public record History(
        String challenge,
        int scoringVersion,
        String phase,
        String part,
        String metric,
        String title,
        String better,
        List<Line> lines) {

    public History {
        lines = List.copyOf(lines);
    }

    /// One team's scores.
    ///
    /// @param steps the submissions by which it stood there, one after the other
    public record Line(String team, boolean baseline, List<Step> steps) {

        public Line {
            steps = List.copyOf(steps);
        }
    }

    /// A score from a moment on.
    ///
    /// @param at when the submission was accepted
    /// @param low lower end of the 95 % interval; absent where there is none
    /// @param high its upper end
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            Instant at,
            double score,
            @Nullable Double low,
            @Nullable Double high) {}
}
