package org.voorwerp.consensus.marks;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.voorwerp.consensus.cluster.Space;
import org.voorwerp.consensus.extract.Figure.TemporalPoint;
import org.voorwerp.consensus.extract.Figure.TemporalRotateRectangle;
import org.voorwerp.consensus.extract.Shape;

/// Areas by how little they overlap: 1 − area(a ∩ b) / area(a ∪ b), the Jaccard distance. A mark without an
/// area overlaps with nothing, not even with itself: two such are infinitely far apart, and each is noise. Marks on a
/// video whose times are too far from each other do not overlap.
final class OverlapSpace implements Space {

    private final List<Area> areas;
    private final double togetherFor;
    private final STRtree index = new STRtree();

    /// @param time as a share of the video's length, NaN for what is on an image
    private record Area(Geometry outline, double size, double time) {
        static Area of(Shape shape) {
            var outline = Outlines.of(shape);
            return new Area(outline, outline.getArea(), timeOf(shape));
        }
    }

    OverlapSpace(List<? extends Shape> shapes, double togetherFor) {
        this.areas = shapes.stream().map(Area::of).toList();
        this.togetherFor = togetherFor;
        for (int i = 0; i < areas.size(); i++) {
            index.insert(areas.get(i).outline.getEnvelopeInternal(), i);
        }
        if (!areas.isEmpty()) {
            index.build();
        }
    }

    @Override
    public int size() {
        return areas.size();
    }

    @Override
    public int pairwiseLimit() {
        return 2_000;
    }

    @Override
    public double distance(int a, int b) {
        return a == b && areas.get(a).size > 0 ? 0 : distance(areas.get(a), areas.get(b));
    }

    /// From a shape that is none of the space's to one that is.
    double distance(Shape from, int to) {
        return distance(Area.of(from), areas.get(to));
    }

    private double distance(Area a, Area b) {
        if (a.size == 0 && b.size == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (Math.abs(a.time - b.time) > togetherFor
                || !a.outline.getEnvelopeInternal().intersects(b.outline.getEnvelopeInternal())) {
            return 1;
        }
        double both = both(a.outline, b.outline);
        return Math.clamp(1 - both / (a.size + b.size - both), 0.0, 1.0);
    }

    private static double both(Geometry a, Geometry b) {
        try {
            return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getArea();
        } catch (TopologyException _) {
            // Outlines that even snapping cannot intersect are slivers.
            return 0;
        }
    }

    /// What is nearer than 1 overlaps, and so do the boxes around it.
    @Override
    public void within(int thing, double radius, IntConsumer found) {
        var near = radius < 1 ? overlapping(thing) : IntStream.range(0, size());
        near.filter(other -> distance(thing, other) <= radius).forEach(found);
    }

    private IntStream overlapping(int thing) {
        var box = areas.get(thing).outline.getEnvelopeInternal();
        if (box.isNull()) {
            return IntStream.of(thing);
        }
        return index.query(box).stream().mapToInt(found -> (Integer) found).sorted();
    }

    private static double timeOf(Shape shape) {
        return switch (shape) {
            case TemporalRotateRectangle(var _, var _, var _, var _, var _, var time) -> time;
            case TemporalPoint(var _, var _, var time) -> time;
            default -> Double.NaN;
        };
    }
}
