package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the numbers of a mark.
final class ShapeReader {

    /// The order in which the keys of a mark are looked for, where nobody says what it is: of two kinds of which one
    /// has all numbers of the other, the fuller first. A circle has an angle and no triangle is as common.
    private static final ShapeKind[] BY_KEYS = {
        ShapeKind.TEMPORAL_ROTATE_RECTANGLE,
        ShapeKind.TEMPORAL_POINT,
        ShapeKind.ROTATE_RECTANGLE,
        ShapeKind.RECTANGLE,
        ShapeKind.LINE,
        ShapeKind.ELLIPSE,
        ShapeKind.FAN,
        ShapeKind.CIRCLE,
        ShapeKind.COLUMN,
        ShapeKind.POINT,
        ShapeKind.FULL_WIDTH_LINE,
        ShapeKind.FULL_HEIGHT_LINE
    };

    private ShapeReader() {}

    /// The kind of a mark: as `toolType` says, else by the numbers it has. Null if it is none that is known.
    static @Nullable ShapeKind kind(JsonNode mark) {
        var said = ShapeKind.of(mark.path("toolType").asText());
        if (said.isPresent()) {
            return said.get();
        }
        if (mark.path("points").isArray()) {
            return ShapeKind.POLYGON;
        }
        if (mark.path("pathX").isArray()) {
            return ShapeKind.FREEHAND_LINE;
        }
        for (var kind : BY_KEYS) {
            if (kind.parameters().stream().allMatch(mark::has)) {
                return kind;
            }
        }
        return null;
    }

    /// The mark as one of a kind; empty if it lacks a number, or one of them is none.
    static Optional<Shape> read(JsonNode mark, ShapeKind kind) {
        return kind.isPolyline() ? polyline(mark, kind) : figure(mark, kind);
    }

    private static Optional<Shape> figure(JsonNode mark, ShapeKind kind) {
        var numbers = new double[kind.parameters().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(mark.path(kind.parameters().get(i)));
            if (!Double.isFinite(numbers[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(Figure.of(kind, numbers));
    }

    private static Optional<Shape> polyline(JsonNode mark, ShapeKind kind) {
        var points = mark.path("points");
        boolean first = points.isArray();
        int count = first ? points.size() : mark.path("pathX").size();
        if (count == 0 || !first && mark.path("pathY").size() != count) {
            return Optional.empty();
        }
        var x = new double[count];
        var y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = number(first ? points.get(i).path("x") : mark.get("pathX").get(i));
            y[i] = number(first ? points.get(i).path("y") : mark.get("pathY").get(i));
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                return Optional.empty();
            }
        }
        boolean closed = mark.path("closed").asBoolean(kind == ShapeKind.POLYGON);
        return kind == ShapeKind.BEZIER ? Bezier.curve(x, y) : Optional.of(new Polyline(kind, x, y, closed));
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
}
