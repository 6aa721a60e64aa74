package org.voorwerp.consensus.extract;

import java.util.Optional;

/// Quadratic Bézier curves, one after the other: B(t) = (1 − t)² p₀ + 2 t (1 − t) p₁ + t² p₂. Every second point lies
/// on the line, those between pull it; where the last one pulls, the line is closed.
final class Bezier {

    /// Points a curve, both ends included, as panoptes_aggregation has it.
    private static final int STEPS = 10;

    private Bezier() {}

    /// The line as points; empty where there is not a single curve.
    static Optional<Shape> curve(double[] x, double[] y) {
        int curves = x.length / 2;
        if (curves == 0) {
            return Optional.empty();
        }
        return Optional.of(new Polyline(ShapeKind.BEZIER, points(x, curves), points(y, curves), x.length % 2 == 0));
    }

    private static double[] points(double[] p, int curves) {
        var points = new double[STEPS * curves];
        for (int curve = 0; curve < curves; curve++) {
            double from = p[2 * curve];
            double pull = p[2 * curve + 1];
            double to = p[(2 * curve + 2) % p.length];
            for (int step = 0; step < STEPS; step++) {
                double t = step / (STEPS - 1.0);
                points[curve * STEPS + step] = (1 - t) * (1 - t) * from + 2 * t * (1 - t) * pull + t * t * to;
            }
        }
        return points;
    }
}
