package org.voorwerp.scoring.metric;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.View.ValueView;
import org.voorwerp.scoring.Weights;

/// A metric of numbers that is made for each column. Several columns count alike: the score is the plain mean
/// of theirs (scikit-learn's `uniform_average`). The parameter `columns` names those that count; without it all
/// do.
abstract class ColumnMetric implements Metric<ValueView> {

    private static final Parameter COLUMNS =
            new Parameter.Words("columns", "the columns that count, all alike; all columns if none is named");

    /// A number beside what was predicted, for every subject.
    ///
    /// @param name for messages to the organiser
    record Column(String name, double[] truth, double[] prediction, Weights weights) {}

    /// The score of one column.
    abstract Estimate estimate(Column column, Parameters parameters);

    /// The interval around the mean of the columns' scores.
    abstract @Nullable Interval interval(Estimate estimate, List<Column> columns, Parameters parameters);

    /// The score of one column whose subjects all count alike, where there is a quicker way to it than by an
    /// estimate; null where there is none.
    @Nullable
    Score unweighted(Column column, Parameters parameters) {
        return null;
    }

    /// The same of several columns.
    @Nullable
    Score unweighted(List<Column> columns, Parameters parameters) {
        return null;
    }

    /// Parameters besides `columns`.
    List<Parameter> ownParameters() {
        return List.of();
    }

    @Override
    public final Class<ValueView> view() {
        return ValueView.class;
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.SHARE;
    }

    @Override
    public final List<Parameter> parameters() {
        var all = new ArrayList<>(ownParameters());
        all.add(COLUMNS);
        return all;
    }

    @Override
    public final Score score(ValueView view, Parameters parameters) {
        var columns = columns(view, parameters);
        if (Weights.of(view).areAlike()) {
            var score =
                    columns.size() == 1 ? unweighted(columns.getFirst(), parameters) : unweighted(columns, parameters);
            if (score != null) {
                return score;
            }
        }
        var estimate = estimate(columns, parameters);
        if (!Double.isFinite(estimate.value())) {
            throw new ParticipantVisibleException(
                    "predictions are so large that " + name() + " cannot be computed: write numbers below 1e150");
        }
        return new Score(estimate.value(), interval(estimate, columns, parameters));
    }

    @Override
    public Estimate estimate(ValueView view, Parameters parameters) {
        return estimate(columns(view, parameters), parameters);
    }

    Estimate estimate(List<Column> columns, Parameters parameters) {
        return Estimate.average(
                columns.stream().map(column -> estimate(column, parameters)).toList());
    }

    static List<Column> columns(ValueView view, Parameters parameters) {
        var names = parameters.words("columns").isEmpty() ? view.columns() : parameters.words("columns");
        var weights = Weights.of(view);
        var columns = new ArrayList<Column>();
        for (var name : names) {
            int c = view.columns().indexOf(name);
            if (c < 0) {
                throw new IllegalArgumentException(
                        "there is no column " + name + "; there are " + String.join(", ", view.columns()));
            }
            columns.add(new Column(name, view.truth()[c], view.prediction()[c], weights));
        }
        return columns;
    }
}
