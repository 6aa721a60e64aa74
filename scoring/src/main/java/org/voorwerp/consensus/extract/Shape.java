package org.voorwerp.consensus.extract;

/// What was drawn: a [Figure] of a fixed number of numbers, or a [Polyline] of any number of points.
public sealed interface Shape permits Figure, Polyline {

    ShapeKind kind();
}
