package org.voorwerp.board;

/// How much a published log-loss tells of single labels. Predictions of one half add a known ln 2 each; row j of those
/// probed is given the log-odds 2^j · r · n, so that the published number, known to the resolution r, spells out
/// their labels in binary (J. Whitehill, Climbing the Kaggle Leaderboard by Exploiting the Log-Loss Oracle, AAAI
/// Workshops 2018; A. Aggarwal and others, Label Inference Attacks from Log-loss Scores, ICML 2021).
public final class LogLossOracle {

    /// The clip that packs should use: a probability is taken as at least this.
    public static final double SAFE_CLIP = 0.01;

    private LogLossOracle() {}

    /// How far a probability can move the loss of its subject: ln((1 − ε)/ε) for the clip ε.
    public static double reach(double clip) {
        if (!(clip > 0 && clip < 0.5)) {
            throw new IllegalArgumentException("the clip must lie between 0 and 0.5, not be " + clip);
        }
        return Math.log((1 - clip) / clip);
    }

    /// How many labels one published score can tell.
    ///
    /// @param subjects in the public part
    /// @param clip as for [#reach]
    /// @param resolution the smallest difference between two published scores; 0 where they are not rounded, which
    ///     counts as the 1e-15 that a double holds
    public static int labelsPerScore(int subjects, double clip, double resolution) {
        double one = Math.max(resolution, 1e-15) * subjects;
        double reach = reach(clip);
        return one > reach ? 0 : 1 + (int) Math.floor(Math.log(reach / one) / Math.log(2));
    }

    /// The coarsest grid of decimals that is needed so that a score tells no label: a tenth more than the reach of one
    /// subject.
    public static Grid safeGrid(int subjects, double clip) {
        return Grid.atLeast(1.1 * reach(clip) / subjects);
    }
}
