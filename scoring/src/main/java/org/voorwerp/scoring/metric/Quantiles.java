package org.voorwerp.scoring.metric;

import org.voorwerp.scoring.Weights;

/// Weighted quantiles of some numbers.
final class Quantiles {

    /// Two sums of weights closer than this, relative to all, are equal but for rounding.
    private static final double ROUNDING = 1e-12;

    private final Order order;
    private final Weights weights;
    private final double sum;

    Quantiles(double[] values, Weights weights) {
        this.order = Order.of(values);
        this.weights = weights;
        this.sum = weights.sum();
    }

    /// The number with `share` of the weight at or below it; the middle of two where both have.
    double at(double share) {
        double target = share * sum;
        double below = 0;
        for (int place = 0; place < order.size(); place++) {
            int i = order.positions()[place];
            below += weights.of(i);
            if (weights.of(i) > 0 && below > target - ROUNDING * sum) {
                double value = order.values()[i];
                return below > target + ROUNDING * sum ? value : (value + next(place)) / 2;
            }
        }
        return order.values()[order.positions()[order.size() - 1]];
    }

    /// The next number that has weight, or that at `place` if it is the last.
    private double next(int place) {
        for (int later = place + 1; later < order.size(); later++) {
            if (weights.of(order.positions()[later]) > 0) {
                return order.values()[order.positions()[later]];
            }
        }
        return order.values()[order.positions()[place]];
    }
}
