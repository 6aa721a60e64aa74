package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Intervals;

class FoldedGapsTest {

    private static final double[] VARIANCES = {0.0004, 0.0001, 0.0009, 0};

    /// Solved with SciPy's foldnorm and brentq.
    @Test
    void endsAreWhereTheSumSeenIsTwoErrorsFromItsMean() {
        var gaps = new FoldedGaps(VARIANCES, 200);
        assertEquals(0.05109489811665372, gaps.sumOfMeans(0.12, Intervals.Z), 1e-12);
        assertEquals(0.18856858808120797, gaps.sumOfMeans(0.12, -Intervals.Z), 1e-12);
    }

    /// By the same program, chance alone gives up to 0.0922.
    @Test
    void whatChanceAloneGivesMayBeNothing() {
        assertEquals(0, new FoldedGaps(VARIANCES, 200).sumOfMeans(0.0921, Intervals.Z), 1e-12);
    }

    @Test
    void gapsThatDoNotVaryAreNotMoved() {
        assertEquals(0, new FoldedGaps(new double[] {0, 0}, 10).sumOfMeans(0, Intervals.Z));
    }
}
