package org.voorwerp.consensus.extract;

import java.util.List;
import java.util.Optional;

/// The shapes that the Zooniverse's drawing tools make, with the names of their numbers.
///
/// Lengths are pixels of the image at its natural size, from its upper left corner, y downwards; a mark may lie
/// outside. Angles are degrees as the tool wrote them, which of them turn clockwise differs from tool to tool;
/// times are shares of a video's length.
public enum ShapeKind {
    POINT("point", "x", "y"),
    LINE("line", "x1", "y1", "x2", "y2"),
    RECTANGLE("rectangle", "x", "y", "width", "height"),
    ROTATE_RECTANGLE("rotateRectangle", "x", "y", "width", "height", "angle"),
    CIRCLE("circle", "x", "y", "r"),
    ELLIPSE("ellipse", "x", "y", "rx", "ry", "angle"),
    TRIANGLE("triangle", "x", "y", "r", "angle"),
    FAN("fan", "x", "y", "radius", "rotation", "spread"),
    COLUMN("column", "x", "width"),
    FULL_WIDTH_LINE("fullWidthLine", "y"),
    FULL_HEIGHT_LINE("fullHeightLine", "x"),
    TEMPORAL_POINT("temporalPoint", "x", "y", "displayTime"),
    TEMPORAL_ROTATE_RECTANGLE(
            "temporalRotateRectangle", "x_center", "y_center", "width", "height", "angle", "displayTime"),
    POLYGON("polygon"),
    FREEHAND_LINE("freehandLine"),
    BEZIER("bezier");

    private final String word;
    private final List<String> parameters;

    ShapeKind(String word, String... parameters) {
        this.word = word;
        this.parameters = List.of(parameters);
    }

    /// The Zooniverse's word for it, as it stands in workflows, in `toolType` and in a configuration.
    public String word() {
        return word;
    }

    /// The names of its numbers, in the order of [Figure#parameters()]; empty for a [Polyline], which has as many as it
    /// likes.
    public List<String> parameters() {
        return parameters;
    }

    /// Whether it is a [Polyline].
    public boolean isPolyline() {
        return parameters.isEmpty();
    }

    /// The kind of that word.
    public static Optional<ShapeKind> of(String word) {
        for (var kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
