package org.voorwerp.server.web.chart;

import java.time.Instant;
import java.util.List;

/// A line small enough for a row of a table: a score that moves in steps.
///
/// @param path as the attribute `d` has it
/// @param x where the last step ends
/// @param y its height
/// @param says what it shows, in words
public record Spark(String path, double x, double y, String says) {

    public static final int WIDTH = 72;
    public static final int HEIGHT = 22;
    private static final int MARGIN = 4;

    /// A value from a moment on.
    public record Step(Instant at, double value) {}

    /// @param steps at least one, in the order of time
    /// @param from where the drawing begins, the same for all rows
    /// @param to where it ends
    /// @param falling whether smaller is better: better is drawn above
    public static Spark of(List<Step> steps, Instant from, Instant to, boolean falling, String says) {
        double low = steps.stream().mapToDouble(Step::value).min().orElseThrow();
        double high = steps.stream().mapToDouble(Step::value).max().orElseThrow();
        var path = new StringBuilder();
        double y = 0;
        for (var step : steps) {
            double x = x(step.at(), from, to);
            double share = high > low ? (step.value() - low) / (high - low) : 0.5;
            y = tenth(MARGIN + (falling ? share : 1 - share) * (HEIGHT - 2 * MARGIN));
            path.append(path.isEmpty() ? "M" + x + " " + y : "H" + x + "V" + y);
        }
        double end = WIDTH - MARGIN;
        return new Spark(path.append('H').append(end).toString(), end, y, says);
    }

    private static double x(Instant at, Instant from, Instant to) {
        double span = Math.max(1, to.toEpochMilli() - from.toEpochMilli());
        double share = Math.clamp((at.toEpochMilli() - from.toEpochMilli()) / span, 0.0, 1.0);
        return tenth(MARGIN + share * (WIDTH - 2 * MARGIN));
    }

    private static double tenth(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
