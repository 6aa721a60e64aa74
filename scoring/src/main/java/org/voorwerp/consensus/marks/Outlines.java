package org.voorwerp.consensus.marks;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.voorwerp.consensus.extract.Figure;
import org.voorwerp.consensus.extract.Figure.Circle;
import org.voorwerp.consensus.extract.Figure.Ellipse;
import org.voorwerp.consensus.extract.Figure.Rectangle;
import org.voorwerp.consensus.extract.Figure.RotateRectangle;
import org.voorwerp.consensus.extract.Figure.TemporalRotateRectangle;
import org.voorwerp.consensus.extract.Figure.Triangle;
import org.voorwerp.consensus.extract.Polyline;
import org.voorwerp.consensus.extract.Shape;

/// The areas that marks cover.
final class Outlines {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /// Straight pieces a quarter of a circle is made of, as in shapely.
    private static final int QUARTER = 16;

    private Outlines() {}

    /// The area of a mark; of a line that crosses itself what it goes round, open lines closed.
    ///
    /// @throws IllegalArgumentException if the kind covers none
    static Geometry of(Shape shape) {
        return switch (shape) {
            case Polyline line -> of(line);
            case Rectangle(var x, var y, var width, var height) -> box(x, y, width, height);
            case RotateRectangle(var x, var y, var width, var height, var angle) ->
                turned(box(x, y, width, height), angle, x + width / 2, y + height / 2);
            case TemporalRotateRectangle(var x, var y, var width, var height, var angle, var _) ->
                turned(box(x - width / 2, y - height / 2, width, height), angle, x, y);
            case Circle(var x, var y, var r) -> ellipse(x, y, r, r);
            case Ellipse(var x, var y, var rx, var ry, var angle) -> turned(ellipse(x, y, rx, ry), -angle, x, y);
            case Triangle(var x, var y, var r, var angle) -> turned(triangle(x, y, r), -angle, x, y);
            case Figure figure ->
                throw new IllegalArgumentException("a " + figure.kind().word() + " covers no area");
        };
    }

    private static Geometry box(double x, double y, double width, double height) {
        return GEOMETRY.toGeometry(new Envelope(x, x + width, y, y + height));
    }

    private static Geometry triangle(double x, double y, double r) {
        double half = r * Math.sqrt(3) / 2;
        return ring(new double[] {x, x + half, x - half}, new double[] {y - r, y + r / 2, y + r / 2});
    }

    private static Geometry ellipse(double x, double y, double rx, double ry) {
        int corners = 4 * QUARTER;
        var xs = new double[corners];
        var ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            xs[i] = x + rx * Math.cos(angle);
            ys[i] = y - ry * Math.sin(angle);
        }
        return ring(xs, ys);
    }

    private static Geometry of(Polyline line) {
        if (line.x().length < 3) {
            return GEOMETRY.createPolygon();
        }
        var ring = ring(line.x(), line.y());
        return ring.isValid() ? ring : largest(ring.buffer(0));
    }

    /// Where a line crosses itself it encloses several areas.
    private static Geometry largest(Geometry areas) {
        Geometry largest = GEOMETRY.createPolygon();
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            if (areas.getGeometryN(i) instanceof Polygon area && area.getArea() > largest.getArea()) {
                largest = area;
            }
        }
        return largest;
    }

    private static Polygon ring(double[] x, double[] y) {
        var corners = new Coordinate[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            corners[i] = new Coordinate(x[i], y[i]);
        }
        corners[x.length] = corners[0].copy();
        return GEOMETRY.createPolygon(corners);
    }

    private static Geometry turned(Geometry area, double degrees, double x, double y) {
        return degrees == 0
                ? area
                : AffineTransformation.rotationInstance(Math.toRadians(degrees), x, y)
                        .transform(area);
    }
}
