package org.voorwerp.scoring.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Weights;

/// The discounted gain of a predicted order over that of the best.
///
/// The first places of an order weigh so much that its spread is far from what single subjects suggest, so it
/// is drawn where that is cheap, see [DrawnSubjects]. Only subjects near the top need be drawn.
///
/// @param gain sums for both orders
/// @param predicted the order of the predicted numbers
/// @param best the order of the gains
record GainRatio(DiscountedGain gain, Order predicted, Order best) {

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
        return DrawnSubjects.scores(
                subjects,
                draw -> columns.stream()
                        .mapToDouble(ratio -> ratio.gain.of(ratio.predicted, i -> DrawnSubjects.times(draw, i))
                                / ratio.gain.of(ratio.best, i -> DrawnSubjects.times(draw, i)))
                        .average()
                        .orElseThrow());
    }
}
