package org.voorwerp.server.metric.program;

import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Score;
import org.voorwerp.server.metric.MetricFault;

/// One of the scores that a program gives. All of them come of one run a submission and part. A program says nothing of
/// their uncertainty, so they have no interval.
public final class ProgramMetric implements Metric<Comparison> {

    private final String name;
    private final Direction direction;
    private final ProgramSource source;
    private final Programs programs;

    /// @param name of the score in scores.json
    public ProgramMetric(String name, Direction direction, ProgramSource source, Programs programs) {
        this.name = name;
        this.direction = direction;
        this.source = source;
        this.programs = programs;
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

    /// @throws MetricFault if the program fails, goes beyond its limits, or gives no such number
    @Override
    public Score score(Comparison comparison, Parameters parameters) {
        if (comparison.weights() != null) {
            throw new MetricFault("a program knows no weights");
        }
        return new Score(run(comparison).scores().score(name), null);
    }

    /// What the program said when it scored this, which may quote the truth: for organisers only.
    public String log(Comparison comparison) {
        return run(comparison).log();
    }

    /// The program; metrics of equal ones share their runs.
    public ProgramSource source() {
        return source;
    }

    private Programs.Run run(Comparison comparison) {
        return comparison.once(source, () -> programs.run(source, comparison));
    }
}
