package org.voorwerp.board;

import java.math.BigDecimal;

/// How much of a score the public board lets out.
///
/// Whoever may ask a board often enough learns the truth from it: random predictions of which the lucky ones are kept
/// climb by √(k/n) for k submissions over n subjects (M. Hardt, Competing in a data science contest without reading
/// the data, 2015), with rounding or without. The Ladder (A. Blum and M. Hardt, The Ladder: A Reliable Leaderboard for
/// Machine Learning Competitions, ICML 2015) answers only to those who are better by more than chance explains.
public sealed interface BoardRule {

    /// Below this many public subjects the Ladder is the default; above, rounding.
    int MANY_SUBJECTS = 10_000;

    /// Every score as it is.
    record Full() implements BoardRule {}

    /// Every score, on a grid.
    record Rounded(Grid grid) implements BoardRule {}

    /// The Ladder with a fixed step: a team's score moves when the new one is better by more than the step, and is
    /// then shown on a grid of it.
    record Ladder(Grid step) implements BoardRule {}

    /// The Ladder without a parameter: the new score must be better by more than one standard error of the paired
    /// difference between the two submissions; it is then shown on a grid. Published in full precision, this form
    /// would tell an attacker of log-loss ten labels a submission, which is why the grid is part of it.
    record FreeLadder(Grid grid) implements BoardRule {}

    /// The grid of the Ladder's scores that is safe for `subjects`: at least 1/√n of the scale on which a score
    /// moves.
    ///
    /// @param subjects in the public part, at least 1
    /// @param scale the range of a bounded metric, else the standard deviation of what one subject adds
    static Grid safeGrid(int subjects, double scale) {
        return Grid.atLeast(scale / Math.sqrt(subjects));
    }

    /// What holds where a pack says nothing: the Ladder for small public parts, else three decimals of the scale.
    ///
    /// @param subjects in the public part, at least 1
    /// @param scale as for [#safeGrid]
    static BoardRule defaultFor(int subjects, double scale) {
        return subjects < MANY_SUBJECTS
                ? new FreeLadder(safeGrid(subjects, scale))
                : new Rounded(new Grid(Grid.atLeast(scale).step().multiply(new BigDecimal("0.001"))));
    }
}
