package org.voorwerp.scoring.metric;

import java.util.function.IntUnaryOperator;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Weights;

/// Sums of gain / log2(place + 1) over the places 1 to `k` of an order, and how each subject moves them: by
/// being there, and by pushing others down.
///
/// Places are a line of length n, on which a subject takes as much as its weight, the mean of those with weight
/// being one; the discount is constant from one whole place to the next.
final class DiscountedGain {

    private final double[] gains;
    private final Weights weights;
    private final int k;

    /// Places for a unit of weight.
    private final double unit;

    /// Sum of the discounts of the first places, of which there are no more than `k`.
    private final double[] discounts;

    DiscountedGain(double[] gains, Weights weights, int k) {
        this.gains = gains;
        this.weights = weights;
        this.k = k;
        int subjects = counted(weights);
        unit = subjects / weights.sum();
        discounts = new double[Math.min(room(subjects), k) + 1];
        for (int place = 1; place < discounts.length; place++) {
            discounts[place] = discounts[place - 1] + StrictMath.log(2) / StrictMath.log(place + 1.0);
        }
    }

    /// How many subjects have weight.
    private static int counted(Weights weights) {
        int counted = 0;
        for (int i = 0; i < weights.size(); i++) {
            counted += weights.of(i) > 0 ? 1 : 0;
        }
        return counted;
    }

    /// Places enough for `n` subjects, for one more, and for as many as a draw of them has.
    private static int room(int n) {
        return n + 20 + (int) (10 * Math.sqrt(n));
    }

    /// The sum for an order, the last first; ties share their places.
    Estimate of(Order order) {
        int n = order.size();
        var influence = new double[n];
        double value = 0;
        double length = counted(weights);
        double end = length;
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
                influence[i] = length * (gains[i] * discount + mean * (at(end) - discount) + pushed);
            }
            pushed += mean * (at(end) - at(start));
            end = start;
        }
        return new Estimate(value, centred(influence), weights);
    }

    /// The sum for an order, the last first, in which each subject stands as often as `counts` says.
    double of(Order order, IntUnaryOperator counts) {
        double value = 0;
        double start = 0;
        for (int last = order.size() - 1, from; last >= 0 && start < k; last = from - 1) {
            from = order.tieStart(last);
            double places = 0;
            double gain = 0;
            for (int place = from; place <= last; place++) {
                int i = order.positions()[place];
                double taken = unit * weights.of(i) * counts.applyAsInt(i);
                places += taken;
                gain += taken * gains[i];
            }
            if (places > 0) {
                value += gain * (upTo(start + places) - upTo(start)) / places;
                start += places;
            }
        }
        return value;
    }

    /// How many subjects share the first `k` places of an order.
    int among(Order order) {
        double start = 0;
        int last = order.size() - 1;
        while (last >= 0 && start < k) {
            int from = order.tieStart(last);
            for (int place = from; place <= last; place++) {
                start += unit * weights.of(order.positions()[place]);
            }
            last = from - 1;
        }
        return order.size() - 1 - last;
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
