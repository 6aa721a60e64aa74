package org.voorwerp.server.metric.sql;

import java.util.Arrays;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.Weights;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.metric.sql.Queries.Answer.EachSubject;
import org.voorwerp.server.metric.sql.Queries.Answer.OneNumber;

/// A metric that an organiser wrote as a query. See docs/write-a-metric.md for its tables and for what it answers.
public final class SqlMetric implements Metric<Comparison> {

    private final String name;
    private final Direction direction;
    private final String query;
    private final Queries queries;

    public SqlMetric(String name, Direction direction, String query, Queries queries) {
        this.name = name;
        this.direction = direction;
        this.query = query;
        this.queries = queries;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<Comparison> view() {
        return Comparison.class;
    }

    @Override
    public Direction direction() {
        return direction;
    }

    /// @throws MetricFault if the query is refused, fails, or gives something else
    @Override
    public Score score(Comparison comparison, Parameters parameters) {
        return switch (queries.answer(comparison, query)) {
            case OneNumber(var value) -> new Score(finite(value), null);
            case EachSubject(var values) -> mean(values, comparison);
        };
    }

    private static Score mean(double[] values, Comparison comparison) {
        for (double value : values) {
            finite(value);
        }
        var estimate = Estimate.mean(values, Weights.of(comparison));
        boolean share = Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
        var interval =
                share ? Intervals.share(estimate) : Intervals.mean(estimate, -Double.MAX_VALUE, Double.MAX_VALUE);
        return new Score(finite(estimate.value()), interval);
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new MetricFault("the query gives " + value + ", which is no score");
        }
        return value;
    }
}
