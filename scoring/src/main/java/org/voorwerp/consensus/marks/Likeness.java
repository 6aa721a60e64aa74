package org.voorwerp.consensus.marks;

import org.voorwerp.consensus.extract.Figure;
import org.voorwerp.consensus.extract.Figure.Ellipse;
import org.voorwerp.consensus.extract.Figure.Line;
import org.voorwerp.consensus.extract.Figure.RotateRectangle;
import org.voorwerp.consensus.extract.Figure.TemporalRotateRectangle;
import org.voorwerp.consensus.extract.Figure.Triangle;

/// Of all ways to write a figure that look alike, the one to compare: the longer side first, angles within half a
/// turn (a third for triangles), lines from left to right.
final class Likeness {

    private Likeness() {}

    static Figure of(Figure figure) {
        return switch (figure) {
            case Ellipse(var x, var y, var rx, var ry, var angle) ->
                ry <= rx
                        ? new Ellipse(x, y, rx, ry, modulo(angle, 180))
                        : new Ellipse(x, y, ry, rx, modulo(angle - 90, 180));
            case RotateRectangle(var x, var y, var width, var height, var angle) -> {
                // It turns about its middle, so that the corner moves when the sides change places.
                double shift = (height - width) / 2;
                yield height <= width
                        ? new RotateRectangle(x, y, width, height, modulo(angle, 180))
                        : new RotateRectangle(x - shift, y + shift, height, width, modulo(angle - 90, 180));
            }
            case TemporalRotateRectangle(var x, var y, var width, var height, var angle, var time) ->
                height <= width
                        ? new TemporalRotateRectangle(x, y, width, height, modulo(angle, 180), time)
                        : new TemporalRotateRectangle(x, y, height, width, modulo(angle - 90, 180), time);
            case Triangle(var x, var y, var r, var angle) -> new Triangle(x, y, r, modulo(angle, 120));
            case Line(var x1, var y1, var x2, var y2) ->
                x1 < x2 || (x1 == x2 && y1 < y2) ? figure : new Line(x2, y2, x1, y1);
            default -> figure;
        };
    }

    /// Never negative.
    private static double modulo(double angle, double period) {
        double rest = angle % period;
        return rest < 0 ? rest + period : rest + 0.0;
    }
}
