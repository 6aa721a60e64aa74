package org.voorwerp.scoring.metric;

/// The first places of a ranking in samples of its subjects.
final class DrawnTop {

    private final ColumnMetric.Column column;
    private final Positives positives;
    private final double share;
    private final Order order;

    /// @param share of all weight that is above the cut, more than 0, at most 1
    DrawnTop(ColumnMetric.Column column, Positives positives, double share) {
        this.column = column;
        this.positives = positives;
        this.share = share;
        order = Order.of(column.prediction());
    }

    /// What is made of the weights of a sample.
    @FunctionalInterface
    interface Score {
        double of(double hits, double positives, double cut, double all);
    }

    /// @return NaN where the sample has no subject, or no positive one and needs one
    double in(int draw, Score score) {
        var drawn = new double[order.size()];
        double all = 0;
        double allPositives = 0;
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = column.weights().of(i) * DrawnSubjects.times(draw, i);
            all += drawn[i];
            allPositives += positives.positive()[i] ? drawn[i] : 0;
        }
        return score.of(hits(drawn, share * all), allPositives, share * all, all);
    }

    /// The weight of the positives in the first places; subjects predicted alike share theirs.
    private double hits(double[] drawn, double places) {
        double above = 0;
        double hits = 0;
        for (int last = order.size() - 1, from; last >= 0 && above < places; last = from - 1) {
            from = order.tieStart(last);
            double tied = 0;
            double tiedHits = 0;
            for (int place = from; place <= last; place++) {
                int i = order.positions()[place];
                tied += drawn[i];
                tiedHits += positives.positive()[i] ? drawn[i] : 0;
            }
            if (tied > 0) {
                hits += Math.min(1, (places - above) / tied) * tiedHits;
                above += tied;
            }
        }
        return hits;
    }
}
