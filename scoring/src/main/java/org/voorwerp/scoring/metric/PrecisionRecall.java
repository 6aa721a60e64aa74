package org.voorwerp.scoring.metric;

import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Weights;

/// The area under the precision-recall curve and how each subject moves it.
final class PrecisionRecall {

    private final Order order;
    private final boolean[] positive;
    private final Weights weights;
    private final double allPositives;

    /// For the subjects of each place on: weight of the positives and negatives predicted at least so high, and
    /// of the positives predicted just so. Places tied with a later one hold nothing.
    private final double[] hits;

    private final double[] alarms;
    private final double[] tiedHits;

    private PrecisionRecall(Order order, Positives positives, Weights weights) {
        this.order = order;
        this.positive = positives.positive();
        this.weights = weights;
        this.allPositives = positives.weight();
        hits = new double[order.size()];
        alarms = new double[order.size()];
        tiedHits = new double[order.size()];
        count();
    }

    /// @param positives at least one has weight
    static Estimate area(Order order, Positives positives, Weights weights) {
        return new PrecisionRecall(order, positives, weights).area();
    }

    private void count() {
        double hit = 0;
        double alarm = 0;
        for (int last = order.size() - 1, from; last >= 0; last = from - 1) {
            from = order.tieStart(last);
            double before = hit;
            for (int place = from; place <= last; place++) {
                int i = order.positions()[place];
                if (positive[i]) {
                    hit += weights.of(i);
                } else {
                    alarm += weights.of(i);
                }
            }
            hits[last] = hit;
            alarms[last] = alarm;
            tiedHits[last] = hit - before;
        }
    }

    private Estimate area() {
        double area = 0;
        for (int place = 0; place < order.size(); place++) {
            if (tiedHits[place] > 0) {
                area += tiedHits[place] * hits[place] / (hits[place] + alarms[place]);
            }
        }
        area /= allPositives;
        var influence = new double[order.size()];
        double scale = weights.sum() / allPositives;
        // What one more hit, or alarm, does to the precision at all lower places.
        double byHit = 0;
        double byAlarm = 0;
        for (int from = 0, end; from < order.size(); from = end) {
            end = order.tieEnd(from);
            double called = hits[end - 1] + alarms[end - 1];
            double precision = called > 0 ? hits[end - 1] / called : 0;
            if (called > 0) {
                byHit += tiedHits[end - 1] * (1 - precision) / called;
                byAlarm -= tiedHits[end - 1] * precision / called;
            }
            for (int place = from; place < end; place++) {
                int i = order.positions()[place];
                influence[i] = scale * (positive[i] ? precision - area + byHit : byAlarm);
            }
        }
        return new Estimate(Math.clamp(area, 0.0, 1.0), influence, weights);
    }
}
