package org.voorwerp.scoring.metric;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.Weights;

/// The discounted gain of a predicted order over that of the best.
///
/// The first places of an order weigh so much that its spread is far from what single subjects suggest, so it
/// is drawn where that is cheap: each subject stands in a draw as often as a Poisson number of mean one says.
/// Only subjects near the top need be drawn.
///
/// @param gain sums for both orders
/// @param predicted the order of the predicted numbers
/// @param best the order of the gains
record GainRatio(DiscountedGain gain, Order predicted, Order best) {

    static final String DRAWN = "bootstrap of 400 draws on the logit scale";

    private static final int DRAWS = 400;
    static final int MOST_SUBJECTS = 20_000;

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

    /// The standard deviation over the draws of the mean over columns; draws without any gain are left out. NaN
    /// where more than [#MOST_SUBJECTS] would have to be drawn.
    static double drawnError(List<GainRatio> columns) {
        long subjects = columns.stream()
                .mapToLong(ratio -> (long) ratio.gain.among(ratio.predicted) + ratio.gain.among(ratio.best))
                .sum();
        if (subjects > MOST_SUBJECTS) {
            return Double.NaN;
        }
        var counts = new Counts(columns.getFirst().predicted.size());
        double mean = 0;
        double squares = 0;
        int defined = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            counts.next();
            double value = 0;
            for (var ratio : columns) {
                value += ratio.gain.of(ratio.predicted, counts::of) / ratio.gain.of(ratio.best, counts::of);
            }
            value /= columns.size();
            if (!Double.isNaN(value)) {
                defined++;
                double step = value - mean;
                mean += step / defined;
                squares += step * (value - mean);
            }
        }
        return defined > 1 ? Math.sqrt(squares / (defined - 1)) : Double.NaN;
    }

    /// How often each subject stands in the present draw, drawn when first asked for.
    private static final class Counts {
        private final RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(View.SEED);
        private final PoissonTable table = new PoissonTable(1);
        private final int[] counts;
        private final int[] drawn;
        private int draw;

        Counts(int subjects) {
            counts = new int[subjects];
            drawn = new int[subjects];
            Arrays.fill(drawn, -1);
            draw = -1;
        }

        void next() {
            draw++;
        }

        int of(int i) {
            if (drawn[i] != draw) {
                drawn[i] = draw;
                counts[i] = table.draw(random);
            }
            return counts[i];
        }
    }
}
