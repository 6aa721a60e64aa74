package org.voorwerp.scoring.metric;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.Weights;

/// The discounted gain of a predicted order over that of the best.
///
/// The first places of an order weigh so much that its spread is far from what single subjects suggest, so it
/// is drawn where that is cheap: each subject stands in a draw as often as a Poisson number of mean one says, the
/// same in every submission. Only subjects near the top need be drawn.
///
/// @param gain sums for both orders
/// @param predicted the order of the predicted numbers
/// @param best the order of the gains
record GainRatio(DiscountedGain gain, Order predicted, Order best) {

    private static final int MOST_DRAWS = 400;
    private static final int FEWEST_DRAWS = 100;

    /// Draws times subjects: what may be drawn while a file is read.
    private static final int AFFORDED = 1_000_000;

    private static final PoissonTable ONE = new PoissonTable(1);

    static GainRatio of(double[] prediction, double[] truth, Weights weights, int k) {
        return new GainRatio(new DiscountedGain(truth, weights, k), Order.of(prediction), Order.of(truth));
    }

    Estimate estimate() {
        var reached = gain.of(predicted);
        var possible = gain.of(best);
        double value = reached.value() / possible.value();
        var influence = new double[predicted.size()];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = (reached.influence()[i] - value * possible.influence()[i]) / possible.value();
        }
        return new Estimate(Math.clamp(value, 0.0, 1.0), influence, reached.weights());
    }

    /// The mean over columns in each of some samples, those without any gain left out; null where there are too many
    /// subjects to draw.
    static double @Nullable [] draws(List<GainRatio> columns) {
        long subjects = columns.stream()
                .mapToLong(ratio -> (long) ratio.gain.among(ratio.predicted) + ratio.gain.among(ratio.best))
                .sum();
        if (subjects * FEWEST_DRAWS > AFFORDED) {
            return null;
        }
        return IntStream.range(0, (int) Math.min(MOST_DRAWS, AFFORDED / subjects))
                .parallel()
                .mapToDouble(draw -> columns.stream()
                        .mapToDouble(ratio -> ratio.gain.of(ratio.predicted, i -> count(draw, i))
                                / ratio.gain.of(ratio.best, i -> count(draw, i)))
                        .average()
                        .orElseThrow())
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /// How often a subject stands in a sample. It depends on nothing else, so that all submissions meet the same
    /// samples: draw and subject are mixed as SplitMix64 does (G. Steele, D. Lea and C. Flood, OOPSLA 2014).
    private static int count(int draw, int subject) {
        long mixed = View.SEED + ((long) draw << 32 | subject) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return ONE.at(((mixed ^ (mixed >>> 31)) >>> 11) * 0x1p-53);
    }
}
