package org.example.metrics;

import java.util.List;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.View.ValueView;
import org.voorwerp.scoring.Weights;

/// The share of subjects whose predicted number is no further than `tolerance` from the true one, from 0 to 1. With
/// several columns all of them must be. Always defined. Interval: Wilson's.
public final class WithinTolerance implements Metric<ValueView> {

    @Override
    public String name() {
        return "within-tolerance";
    }

    @Override
    public Class<ValueView> view() {
        return ValueView.class;
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter.Decimal("tolerance", "how far off is still right", 0.1, 0, 1e9));
    }

    @Override
    public Score score(ValueView view, Parameters parameters) {
        double tolerance = parameters.decimal("tolerance");
        var right = new double[view.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = 1;
            for (int c = 0; c < view.columns().size(); c++) {
                if (Math.abs(view.truth()[c][i] - view.prediction()[c][i]) > tolerance) {
                    right[i] = 0;
                }
            }
        }
        var estimate = Estimate.mean(right, Weights.of(view));
        return new Score(estimate.value(), Intervals.share(estimate));
    }
}
