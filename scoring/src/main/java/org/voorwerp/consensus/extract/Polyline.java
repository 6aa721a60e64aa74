package org.voorwerp.consensus.extract;

import java.util.Arrays;

/// A row of points: the corners of a polygon, the way of a freehand line, or a Bézier curve made into points.
///
/// @param kind one for which [ShapeKind#isPolyline()] holds
/// @param x in pixels, one a point
/// @param y in pixels, as many as `x`
/// @param closed whether a line leads from the last point back to the first
public record Polyline(ShapeKind kind, double[] x, double[] y, boolean closed) implements Shape {

    public Polyline {
        if (!kind.isPolyline() || x.length != y.length) {
            throw new IllegalArgumentException(
                    kind.word() + " with " + x.length + " x and " + y.length + " y is no polyline");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polyline line
                && kind == line.kind
                && closed == line.closed
                && Arrays.equals(x, line.x)
                && Arrays.equals(y, line.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return kind.word() + Arrays.toString(x) + Arrays.toString(y) + (closed ? " closed" : "");
    }
}
