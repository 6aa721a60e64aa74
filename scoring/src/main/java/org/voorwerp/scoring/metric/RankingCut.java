package org.voorwerp.scoring.metric;

import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Weights;

/// A ranking cut off after the first share of its subjects.
///
/// @param share of all weight that is above the cut, more than 0, at most 1
/// @param subjects their effective number
/// @param positivesAmong weight of the positives above the cut, as a share of all weight
/// @param positives weight of all positives, as a share of all weight
record RankingCut(double share, double subjects, Estimate positivesAmong, Estimate positives) {

    /// @param share more than 0, at most 1
    static RankingCut of(ColumnMetric.Column column, Positives positives, double share) {
        var weights = column.weights();
        var order = Order.of(column.prediction());
        double wanted = share * weights.sum();
        double above = 0;
        double hits = 0;
        double[] taken = new double[order.size()];
        int cut = order.size();
        double part = 1;
        double hitsAtCut = 0;
        for (int last = order.size() - 1, from; last >= 0 && above < wanted; last = from - 1) {
            from = order.tieStart(last);
            double tied = 0;
            double tiedHits = 0;
            for (int place = from; place <= last; place++) {
                int i = order.positions()[place];
                tied += weights.of(i);
                tiedHits += positives.positive()[i] ? weights.of(i) : 0;
            }
            if (tied == 0) {
                continue;
            }
            part = Math.min(1, (wanted - above) / tied);
            for (int place = from; place <= last; place++) {
                taken[order.positions()[place]] = part;
            }
            hits += part * tiedHits;
            above += part * tied;
            hitsAtCut = tiedHits / tied;
            cut = from;
        }
        double atCut = part < 1 ? hitsAtCut : around(order, positives, weights, cut);
        double among = hits / weights.sum();
        var influence = new double[taken.length];
        for (int i = 0; i < influence.length; i++) {
            // One more above the cut pushes one at the cut below it.
            double counts = positives.positive()[i] ? 1 : 0;
            influence[i] = taken[i] * (counts - atCut) - (among - share * atCut);
        }
        return new RankingCut(
                share, weights.effectiveSize(), new Estimate(among, influence, weights), allPositives(positives));
    }

    /// How many subjects have weight.
    static double counted(Weights weights) {
        int counted = 0;
        for (int i = 0; i < weights.size(); i++) {
            counted += weights.of(i) > 0 ? 1 : 0;
        }
        return counted;
    }

    /// The positives among the first subjects over all of them.
    ///
    /// @param metric and `column` are named where there is none
    Estimate amongOverAll(String metric, String column) {
        double all = positives.value();
        if (all == 0) {
            throw TopOfRanking.noPositive(metric, column);
        }
        double value = positivesAmong.value() / all;
        var influence = new double[positives.influence().length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = (positivesAmong.influence()[i] - value * positives.influence()[i]) / all;
        }
        return new Estimate(Math.clamp(value, 0.0, 1.0), influence, positives.weights());
    }

    private static Estimate allPositives(Positives positives) {
        var ones = new double[positives.positive().length];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = positives.positive()[i] ? 1 : 0;
        }
        return Estimate.mean(ones, positives.weights());
    }

    /// The share of positives among the places around the cut, n^(2/3) / 2 to either side: wide enough to be
    /// steady, narrow enough to be of the cut.
    private static double around(Order order, Positives positives, Weights weights, int cut) {
        int reach = (int) Math.ceil(StrictMath.pow(order.size(), 2 / 3.0) / 2);
        double sum = 0;
        double hits = 0;
        for (int place = Math.max(0, cut - reach); place < Math.min(order.size(), cut + reach); place++) {
            int i = order.positions()[place];
            sum += weights.of(i);
            hits += positives.positive()[i] ? weights.of(i) : 0;
        }
        return sum > 0 ? hits / sum : 0;
    }
}
