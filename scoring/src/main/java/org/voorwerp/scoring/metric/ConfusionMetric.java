package org.voorwerp.scoring.metric;

import java.util.Locale;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.Weights;
import org.voorwerp.scoring.diagnostic.Confusion;
import org.voorwerp.scoring.metric.ConfusionBootstrap.Outcome;

/// A metric that is a function of the confusion matrix, up to a factor of its counts, and at most one.
abstract class ConfusionMetric implements Metric<LabelView> {

    /// NaN where it is undefined.
    abstract double value(ClassTotals totals, Parameters parameters);

    /// Its least possible value.
    abstract double lowest();

    @Override
    public final Class<LabelView> view() {
        return LabelView.class;
    }

    @Override
    public final Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public final Range range() {
        return new Range(lowest(), 1);
    }

    @Override
    public final Score score(LabelView view, Parameters parameters) {
        var confusion = Confusion.of(view);
        double value = value(confusion, parameters);
        return new Score(value, interval(confusion, value, Weights.of(view).effectiveSize(), parameters));
    }

    private double value(Confusion confusion, Parameters parameters) {
        double value = value(ClassTotals.of(confusion), parameters);
        if (Double.isNaN(value)) {
            throw new UndefinedScoreException(name() + " needs two classes in the truth, there is one");
        }
        return Math.clamp(value, lowest(), 1.0);
    }

    @Override
    public final Estimate estimate(LabelView view, Parameters parameters) {
        var confusion = Confusion.of(view);
        double value = value(confusion, parameters);
        var slopes = ClassSlopes.of(ClassTotals.of(confusion), totals -> value(totals, parameters));
        var influence = new double[view.size()];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = slopes.influence(view.truth()[i], view.prediction()[i]);
        }
        return new Estimate(value, influence, Weights.of(view));
    }

    /// The draws give spread and bias, the logit scale the shape: their percentiles would lie too low, since a
    /// draw loses rare classes but never finds new ones. Without rare classes the slopes give the spread, and the
    /// bias is too small to be seen.
    Interval interval(Confusion confusion, double value, double subjects, Parameters parameters) {
        var population = new SmoothedConfusion(confusion);
        if (population.isLarge()) {
            double error = population.deltaError(totals -> value(totals, parameters));
            return interval(value, new Outcome(error, 0), subjects, "delta method on the confusion counts");
        }
        var bootstrap = new ConfusionBootstrap(population);
        return interval(
                value,
                bootstrap.outcome(totals -> value(totals, parameters)),
                subjects,
                String.format(Locale.ROOT, "bootstrap of the confusion counts, %,d draws", bootstrap.draws()));
    }

    private Interval interval(double value, Outcome outcome, double subjects, String method) {
        double width = 1 - lowest();
        double room = width * Intervals.Z * Intervals.Z / (subjects + Intervals.Z * Intervals.Z) / 2;
        boolean atAnEnd = value > 1 - 1e-12 || value < lowest() + 1e-12;
        double centre = atAnEnd
                ? value
                : Math.clamp(value - outcome.bias(), Math.min(value, lowest() + room), Math.max(value, 1 - room));
        var interval = Intervals.between(lowest(), 1, centre, outcome.error(), subjects, method);
        return new Interval(Math.min(interval.low(), value), Math.max(interval.high(), value), interval.method());
    }
}
