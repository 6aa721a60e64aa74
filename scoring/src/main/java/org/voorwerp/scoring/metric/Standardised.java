package org.voorwerp.scoring.metric;

import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Weights;

/// Numbers with their weighted mean taken off, divided by their weighted standard deviation.
///
/// @param scores what is left
/// @param deviation the standard deviation
record Standardised(double[] scores, double deviation) {

    /// Any finite numbers that are not all the same, be they huge or tiny.
    static Standardised of(double[] values, Weights weights) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (weights.of(i) > 0) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        // A power of two loses no digit, and keeps the range from running over or under what a double holds.
        double scale = Math.max(Math.abs(low), Math.abs(high)) > 1 ? 0x1p-2 : 0x1p60;
        double centre = (low * scale + high * scale) / 2;
        double half = (high * scale - low * scale) / 2;
        var scores = new double[values.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = weights.of(i) > 0 ? (values[i] * scale - centre) / half : 0;
        }
        double mean = weights.mean(scores);
        double square = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] -= mean;
            square += weights.of(i) * scores[i] * scores[i];
        }
        double deviation = Math.sqrt(square / weights.sum());
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= deviation;
        }
        return new Standardised(scores, deviation * half / scale);
    }

    /// The mean product, and how each subject moves it.
    static Estimate correlation(Standardised x, Standardised y, Weights weights) {
        var products = new double[x.scores.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = x.scores[i] * y.scores[i];
        }
        double r = weights.mean(products);
        for (int i = 0; i < products.length; i++) {
            double squares = x.scores[i] * x.scores[i] + y.scores[i] * y.scores[i];
            products[i] -= r / 2 * squares;
        }
        return new Estimate(r, products, weights);
    }
}
