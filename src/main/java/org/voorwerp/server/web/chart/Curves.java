package org.voorwerp.server.web.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Scores over time, better ones above. What is drawn is stretched to the width there is; labels stand beside it and
/// are not.
///
/// @param curves one a team
/// @param levels what to compare them with
/// @param rows labels on the left
/// @param columns labels below
/// @param plane where values and times lie
/// @param says what it shows, in words
public record Curves(
        List<Curve> curves, List<Level> levels, List<Row> rows, List<Column> columns, Plane plane, String says) {

    /// The drawing's own units; its width is stretched, its height is pixels.
    public static final int WIDTH = 1000;

    public static final int HEIGHT = 280;

    private static final int MARGIN = 12;
    private static final int LONGEST_NAME = 20;
    /// Labels of lines are at least so far apart.
    private static final int LABEL = 17;
    /// Steps far below all others do not squeeze those together: the drawing shows so many times their spread.
    private static final double REACH = 3;

    /// What is to be drawn.
    ///
    /// @param colour its number, from 1
    /// @param steps at least one, in the order of time
    public record Line(String name, int colour, boolean mine, List<Spark.Step> steps) {}

    /// A score that does not change, and what it is: a baseline, the noise ceiling, one volunteer.
    ///
    /// @param kind for the style sheet
    public record Reference(String kind, String name, double value) {}

    /// @param label where its name stands
    public record Curve(String name, int colour, boolean mine, String path, double end, double label) {

        Curve labelledAt(double y) {
            return new Curve(name, colour, mine, path, end, y);
        }

        /// The name, as far as there is room for it beside the drawing.
        public String shortName() {
            return name.codePointCount(0, name.length()) <= LONGEST_NAME
                    ? name
                    : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1))
                                    .strip() + "…";
        }
    }

    /// @param label where its name stands
    public record Level(String kind, String name, double y, double label) {

        Level labelledAt(double at) {
            return new Level(kind, name, y, at);
        }
    }

    public record Row(double y, String label) {}

    /// @param percent from the left
    public record Column(double percent, String label) {}

    /// Where values and times lie.
    ///
    /// @param low the value at the margin below, or above if smaller is better
    public record Plane(double low, double high, boolean falling, Instant from, Instant to) {

        /// The value at the very edge of the drawing, beyond the margin.
        public double least() {
            return low - (high - low) * MARGIN / (HEIGHT - 2 * MARGIN);
        }

        /// Likewise.
        public double most() {
            return high + (high - low) * MARGIN / (HEIGHT - 2 * MARGIN);
        }

        public long fromMillis() {
            return from.toEpochMilli();
        }

        public long toMillis() {
            return to.toEpochMilli();
        }

        double y(double value) {
            double share = (value - low) / (high - low);
            return tenth(MARGIN + (falling ? share : 1 - share) * (HEIGHT - 2 * MARGIN));
        }

        double x(Instant at) {
            double share =
                    (double) (at.toEpochMilli() - from.toEpochMilli()) / (to.toEpochMilli() - from.toEpochMilli());
            return tenth(share * WIDTH);
        }

        boolean shows(double value) {
            return value >= low && value <= high;
        }
    }

    /// Null where nothing has moved yet.
    ///
    /// @param falling whether smaller is better
    public static @Nullable Curves of(List<Line> lines, List<Reference> references, boolean falling, String says) {
        var steps = lines.stream().flatMap(line -> line.steps().stream()).toList();
        if (steps.size() < 2) {
            return null;
        }
        var plane = plane(lines, steps, references, falling);
        var levels = references.stream()
                .filter(reference -> plane.shows(reference.value()))
                .map(reference -> level(reference, plane))
                .toList();
        var curves = lines.stream().map(line -> curve(line, plane)).toList();
        return placed(
                curves,
                levels,
                Ticks.numbers(plane.low(), plane.high()).stream()
                        .map(tick -> new Row(plane.y(tick.value()), tick.label()))
                        .toList(),
                Ticks.moments(plane.from(), plane.to()).stream()
                        .map(tick -> new Column(tenth(plane.x(tick.at()) * 100 / WIDTH), tick.label()))
                        .toList(),
                plane,
                says);
    }

    private static Plane plane(List<Line> lines, List<Spark.Step> steps, List<Reference> references, boolean falling) {
        double worst = steps.stream()
                .mapToDouble(Spark.Step::value)
                .map(v -> falling ? -v : v)
                .min()
                .orElseThrow();
        double best = steps.stream()
                .mapToDouble(Spark.Step::value)
                .map(v -> falling ? -v : v)
                .max()
                .orElseThrow();
        double worstLast = lines.stream()
                .mapToDouble(line -> line.steps().getLast().value())
                .map(v -> falling ? -v : v)
                .min()
                .orElseThrow();
        double spread = Math.max(best - worstLast, (best - worst) / (1 + REACH));
        double bottom = Math.max(worst, best - (1 + REACH) * spread);
        for (var reference : references) {
            double value = falling ? -reference.value() : reference.value();
            if (value > best && value - best < best - bottom) {
                best = value;
            } else if (value < bottom && bottom - value < (best - bottom) / 2) {
                bottom = value;
            }
        }
        if (!(bottom < best)) {
            double room = best == 0 ? 1 : Math.abs(best) * 0.05;
            bottom -= room;
            best += room;
        }
        var first = steps.stream()
                .map(Spark.Step::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var last = steps.stream()
                .map(Spark.Step::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var span = Duration.between(first, last).plusSeconds(60);
        return new Plane(
                falling ? -best : bottom,
                falling ? -bottom : best,
                falling,
                first.minus(span.dividedBy(50)),
                last.plus(span.dividedBy(25)));
    }

    private static Curve curve(Line line, Plane plane) {
        var path = new StringBuilder();
        double y = 0;
        for (var step : line.steps()) {
            y = plane.y(step.value());
            double x = plane.x(step.at());
            path.append(path.isEmpty() ? "M" + x + " " + y : "H" + x + "V" + y);
        }
        path.append('H').append(WIDTH);
        return new Curve(line.name(), line.colour(), line.mine(), path.toString(), y, y);
    }

    private static Level level(Reference reference, Plane plane) {
        double y = plane.y(reference.value());
        return new Level(reference.kind(), reference.name(), y, y);
    }

    private static Curves placed(
            List<Curve> curves, List<Level> levels, List<Row> rows, List<Column> columns, Plane plane, String says) {
        var wanted = DoubleStream.concat(
                        curves.stream().mapToDouble(Curve::end), levels.stream().mapToDouble(Level::y))
                .toArray();
        var at = Labels.apart(wanted, LABEL, HEIGHT);
        return new Curves(
                IntStream.range(0, curves.size())
                        .mapToObj(i -> curves.get(i).labelledAt(tenth(at[i])))
                        .toList(),
                IntStream.range(0, levels.size())
                        .mapToObj(i -> levels.get(i).labelledAt(tenth(at[curves.size() + i])))
                        .toList(),
                rows,
                columns,
                plane,
                says);
    }

    private static double tenth(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
