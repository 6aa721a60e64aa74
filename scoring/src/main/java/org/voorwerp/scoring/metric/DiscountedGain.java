package org.voorwerp.scoring.metric;

import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Weights;

/// Sums of gain / log2(place + 1) over the places 1 to `k` of an order, and how each subject moves them: by
/// being there, and by pushing others down.
///
/// Places are a line of length n, on which a subject takes as much as its weight, the mean weight being one;
/// the discount is constant from one whole place to the next.
final class DiscountedGain {

    private final double[] gains;
    private final Weights weights;

    /// Places for a unit of weight.
    private final double unit;

    /// Sum of the discounts of the first places, of which there are no more than `k`.
    private final double[] discounts;

    DiscountedGain(double[] gains, Weights weights, int k) {
        this.gains = gains;
        this.weights = weights;
        unit = gains.length / weights.sum();
        // One place more than there are subjects: where the last is pushed to.
        discounts = new double[Math.min(gains.length + 1, k) + 1];
        for (int place = 1; place < discounts.length; place++) {
            discounts[place] = discounts[place - 1] + StrictMath.log(2) / StrictMath.log(place + 1.0);
        }
    }

    /// The sum for an order, the last first; ties share their places.
    Estimate of(Order order) {
        int n = order.size();
        var influence = new double[n];
        double value = 0;
        double end = n;
        double pushed = 0;
        for (int from = 0, next; from < n; from = next) {
            next = order.tieEnd(from);
            double places = 0;
            double gain = 0;
            for (int place = from; place < next; place++) {
                int i = order.positions()[place];
                places += unit * weights.of(i);
                gain += unit * weights.of(i) * gains[i];
            }
            if (places == 0) {
                continue;
            }
            double start = Math.max(0, end - places);
            double discount = (upTo(end) - upTo(start)) / places;
            double mean = gain / places;
            value += gain * discount;
            for (int place = from; place < next; place++) {
                int i = order.positions()[place];
                influence[i] = n * (gains[i] * discount + mean * (at(end) - discount) + pushed);
            }
            pushed += mean * (at(end) - at(start));
            end = start;
        }
        return new Estimate(value, centred(influence), weights);
    }

    /// The discount of the line up to a point.
    private double upTo(double point) {
        int whole = (int) point;
        return whole < discounts.length - 1
                ? discounts[whole] + (point - whole) * at(point)
                : discounts[discounts.length - 1];
    }

    /// The discount just after a point.
    private double at(double point) {
        int whole = (int) point;
        return whole < discounts.length - 1 ? discounts[whole + 1] - discounts[whole] : 0;
    }

    private double[] centred(double[] influence) {
        double mean = weights.mean(influence);
        for (int i = 0; i < influence.length; i++) {
            influence[i] -= mean;
        }
        return influence;
    }
}
