package org.voorwerp.consensus.plot;

import java.util.List;
import org.voorwerp.consensus.plot.Svg.Anchor;

/// Values with their intervals, one a row.
public final class Whiskers {

    private static final double ROW = 14;
    private static final double LABELS = 116;
    private static final double RIGHT = 12;
    private static final double TOP = 6;
    private static final int LETTERS = (int) ((LABELS - 6) / Svg.width("n"));

    private Whiskers() {}

    /// A value with the ends of its interval.
    public record Whisker(String name, double value, double low, double high) {}

    /// @param low where the axis begins
    /// @param high where it ends
    /// @param mark a value that a line is drawn at, or NaN
    /// @return an SVG element
    public static String draw(List<Whisker> rows, double low, double high, double mark, String axis) {
        var svg = new Svg();
        double bottom = TOP + Math.max(1, rows.size()) * ROW;
        double width = Svg.WIDTH - LABELS - RIGHT;
        for (int tick = 0; tick <= 4; tick++) {
            double x = LABELS + width * tick / 4;
            svg.line("grid", x, TOP, x, bottom);
            svg.text(x, bottom + 14, Anchor.MIDDLE, Svg.number(low + (high - low) * tick / 4));
        }
        if (mark > low && mark < high) {
            double x = LABELS + width * (mark - low) / (high - low);
            svg.line("axis", x, TOP, x, bottom);
        }
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            double y = TOP + (i + 0.5) * ROW;
            svg.text(LABELS - 6, y + 4, Anchor.END, Svg.ends(row.name(), LETTERS));
            svg.line("whisker", at(row.low(), low, high, width), y, at(row.high(), low, high, width), y);
            svg.circle(
                    "dot",
                    at(row.value(), low, high, width),
                    y,
                    3.4,
                    "%s: %s (%s to %s)"
                            .formatted(row.name(), Svg.told(row.value()), Svg.told(row.low()), Svg.told(row.high())));
        }
        svg.text(LABELS + width / 2, bottom + 30, Anchor.MIDDLE, axis);
        return svg.drawn(bottom + 36, axis);
    }

    private static double at(double value, double low, double high, double width) {
        return LABELS + width * (Math.clamp(value, low, high) - low) / (high - low);
    }
}
