package org.voorwerp.server.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.board.ShakeUp;

/// How the board of the private part differs from that of the public one, once a phase has ended.
///
/// @param phase whose boards
/// @param opensAt when this is told; left out once it is, and where it never will be
/// @param kendall τ_b between the two orders: 1 for the same, 0 for unrelated; null where all teams tie in one of them
/// @param meanMove the mean number of places that a team moved, divided by the number of teams
/// @param noise how much of the spread of the differences between the two scores the sizes of the parts, and the grid
/// of
///     the public scores, explain by themselves: 1 for all of it; null where it is not known
/// @param moves one a ranked team that stands on both boards, in the order of the private one; public scores as they
///     were told
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShakeUpView(
        String phase,
        @Nullable Instant opensAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double kendall,
        double meanMove,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double noise,
        List<ShakeUp.Move> moves) {

    static ShakeUpView of(String phase, @Nullable Instant opensAt, ShakeUp shakeUp) {
        return new ShakeUpView(
                phase, opensAt, known(shakeUp.kendall()), shakeUp.meanMove(), known(shakeUp.noise()), shakeUp.moves());
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
