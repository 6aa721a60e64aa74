package org.voorwerp.scoring.metric;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.View;

/// Samples of subjects: in each a subject stands as often as a Poisson number of mean one says. It depends on sample
/// and subject alone, so that all submissions meet the same samples.
final class DrawnSubjects {

    private static final int MOST_DRAWS = 400;
    private static final int FEWEST_DRAWS = 100;

    /// Draws times subjects: what may be drawn while a file is read.
    private static final int AFFORDED = 1_000_000;

    private static final PoissonTable ONE = new PoissonTable(1);

    private DrawnSubjects() {}

    /// The score in one sample.
    @FunctionalInterface
    interface Score {

        /// @return NaN where it is undefined
        double in(int draw);
    }

    /// The scores in some samples, those that are undefined left out; null where there are too many subjects to draw.
    ///
    /// @param subjects how many are looked at in each
    static double @Nullable [] scores(long subjects, Score score) {
        if (subjects * FEWEST_DRAWS > AFFORDED) {
            return null;
        }
        return IntStream.range(0, (int) Math.min(MOST_DRAWS, AFFORDED / subjects))
                .parallel()
                .mapToDouble(score::in)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /// How often a subject stands in a sample: both are mixed as SplitMix64 does (G. Steele, D. Lea and C. Flood,
    /// OOPSLA 2014).
    static int times(int draw, int subject) {
        long mixed = View.SEED + ((long) draw << 32 | subject) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return ONE.at(((mixed ^ (mixed >>> 31)) >>> 11) * 0x1p-53);
    }
}
