package org.voorwerp.scoring.metric;

import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Moments;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.SubjectwiseMetric;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.Weights;

/// A metric of probabilities that is the weighted mean of one number a subject.
abstract class SubjectMean implements SubjectwiseMetric<ProbabilityView> {

    /// That number for each subject: a loss, a hit; finite, at least 0.
    @Override
    public abstract double[] ofSubjects(ProbabilityView view, Parameters parameters);

    /// The greatest possible one; infinite if there is none.
    abstract double highest();

    @Override
    public final Class<ProbabilityView> view() {
        return ProbabilityView.class;
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public final Score score(Moments moments, Parameters parameters) {
        return new Score(Math.clamp(moments.mean(), 0.0, highest()), interval(moments));
    }

    @Override
    public final Range range() {
        return new Range(0, highest());
    }

    @Override
    public final Estimate estimate(ProbabilityView view, Parameters parameters) {
        return Estimate.ofMean(ofSubjects(view, parameters), Weights.of(view));
    }

    @Nullable
    Interval interval(Moments moments) {
        return Intervals.mean(moments.mean(), moments.spread(), 0, Math.min(highest(), Double.MAX_VALUE));
    }
}
