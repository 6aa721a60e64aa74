package org.voorwerp.server.metric.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
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
        return switch (answer(comparison)) {
            case OneNumber(var value) -> new Score(finite(value), null);
            case EachSubject(var values) -> {
                var estimate = estimate(values, comparison);
                yield new Score(finite(estimate.value()), interval(estimate, values));
            }
        };
    }

    @Override
    public @Nullable Estimate estimate(Comparison comparison, Parameters parameters) {
        return switch (answer(comparison)) {
            case OneNumber _ -> null;
            case EachSubject(var values) -> estimate(values, comparison);
        };
    }

    private Queries.Answer answer(Comparison comparison) {
        var answer = queries.answer(comparison, query);
        if (answer instanceof OneNumber && comparison.weights() != null) {
            throw new MetricFault("a query that gives one number knows no weights; let it give one for each subject");
        }
        return answer;
    }

    private static Estimate estimate(double[] values, Comparison comparison) {
        for (double value : values) {
            finite(value);
        }
        return Estimate.mean(values, Weights.of(comparison));
    }

    private static @Nullable Interval interval(Estimate estimate, double[] values) {
        boolean share = Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
        return share ? Intervals.share(estimate) : Intervals.mean(estimate, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new MetricFault("the query gives " + value + ", which is no score");
        }
        return value;
    }
}
