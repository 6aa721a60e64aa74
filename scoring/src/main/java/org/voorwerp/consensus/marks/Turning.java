package org.voorwerp.consensus.marks;

import org.voorwerp.consensus.extract.ShapeKind;

/// Which of a figure's numbers is an angle, and after how many degrees it looks the same again.
///
/// @param parameter its index, or -1 where nothing turns
/// @param period in degrees
record Turning(int parameter, double period) {

    static Turning of(ShapeKind kind, boolean symmetric) {
        var angle = kind == ShapeKind.FAN ? "rotation" : "angle";
        int folds = switch (kind) {
            case ELLIPSE, ROTATE_RECTANGLE, TEMPORAL_ROTATE_RECTANGLE -> 2;
            case TRIANGLE -> 3;
            default -> 1;
        };
        return new Turning(kind.parameters().indexOf(angle), symmetric ? 360.0 / folds : 360);
    }

    /// The shorter way round.
    double between(double a, double b) {
        double difference = Math.abs(a - b) % period;
        return Math.min(difference, period - difference);
    }

    /// An angle in [0, period).
    double reduced(double angle) {
        double rest = angle % period;
        double positive = rest < 0 ? rest + period : rest;
        return positive == period ? 0 : positive;
    }
}
