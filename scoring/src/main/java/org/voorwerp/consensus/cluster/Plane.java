package org.voorwerp.consensus.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

/// A space in which no distance is shorter than the difference in either of two coordinates, as with points and
/// everything that has a place: a grid over these two finds what is near.
public abstract class Plane implements Neighbours.Indexed {

    private final double[] first;
    private final double[] second;

    /// @param first a coordinate of each thing, finite
    /// @param second another; the same again where there is but one
    protected Plane(double[] first, double[] second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public int size() {
        return first.length;
    }

    @Override
    public int limit() {
        return 200_000;
    }

    @Override
    public Neighbours neighbours(double radius) {
        return new Grid(this, radius);
    }

    /// Cells as wide as the radius: what is near lies in a thing's own or in one of the eight around.
    private static final class Grid implements Neighbours {

        /// A few seconds of work. Crowds that need more are made, not drawn.
        private static final long COMPARISONS = 1_000_000_000L;

        /// The things of a cell, those not yet taken first.
        private static final class Cell {
            private int[] things = new int[2];
            private int size;
            private int free;
            private double left = Double.POSITIVE_INFINITY;
            private double right = Double.NEGATIVE_INFINITY;
            private double top = Double.POSITIVE_INFINITY;
            private double bottom = Double.NEGATIVE_INFINITY;

            void add(int thing, double x, double y) {
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
                if (size == things.length) {
                    things = Arrays.copyOf(things, 2 * size);
                }
                things[size++] = thing;
                free = size;
            }

            /// Whether something in it may lie within the radius.
            boolean reaches(double x, double y, double radius) {
                return x >= left - radius && x <= right + radius && y >= top - radius && y <= bottom + radius;
            }

            void take(int at) {
                int thing = things[at];
                things[at] = things[--free];
                things[free] = thing;
            }
        }

        private record Place(long column, long row) {}

        private final Plane plane;
        private final double radius;
        private final double width;
        private final Map<Place, Cell> cells = new HashMap<>();
        private long comparisons;

        Grid(Plane plane, double radius) {
            this.plane = plane;
            this.radius = radius;
            this.width = width(plane, radius);
            for (int i = 0; i < plane.size(); i++) {
                cells.computeIfAbsent(new Place(column(i), row(i)), _ -> new Cell())
                        .add(i, plane.first[i], plane.second[i]);
            }
        }

        /// At least the radius, and wide enough that cells can be numbered however far out something lies.
        private static double width(Plane plane, double radius) {
            double farthest = 0;
            for (int i = 0; i < plane.size(); i++) {
                farthest = Math.max(farthest, Math.max(Math.abs(plane.first[i]), Math.abs(plane.second[i])));
            }
            // A little more than the radius, as differences of coordinates are rounded.
            return Math.max(Math.max(radius * (1 + 1e-9), farthest / (1L << 40)), Double.MIN_NORMAL);
        }

        private long column(int thing) {
            return (long) Math.floor(plane.first[thing] / width);
        }

        private long row(int thing) {
            return (long) Math.floor(plane.second[thing] / width);
        }

        /// The cells around a thing that may hold something near.
        private List<Cell> around(int thing) {
            var around = new ArrayList<Cell>(9);
            for (long column = column(thing) - 1; column <= column(thing) + 1; column++) {
                for (long row = row(thing) - 1; row <= row(thing) + 1; row++) {
                    var cell = cells.get(new Place(column, row));
                    if (cell != null && cell.reaches(plane.first[thing], plane.second[thing], width)) {
                        around.add(cell);
                    }
                }
            }
            return around;
        }

        private boolean near(int thing, int other) {
            if (++comparisons > COMPARISONS) {
                throw new TooManyException(plane.size(), COMPARISONS);
            }
            return plane.distance(thing, other) <= radius;
        }

        @Override
        public boolean atLeast(int thing, int minimum) {
            int found = 0;
            for (var cell : around(thing)) {
                for (int at = 0; at < cell.size; at++) {
                    if (near(thing, cell.things[at]) && ++found >= minimum) {
                        return true;
                    }
                }
            }
            return false;
        }

        @Override
        public void take(int thing, IntConsumer taker) {
            for (var cell : around(thing)) {
                for (int at = cell.free - 1; at >= 0; at--) {
                    int other = cell.things[at];
                    if (near(thing, other)) {
                        cell.take(at);
                        taker.accept(other);
                    }
                }
            }
        }

        @Override
        public void remove(int thing) {
            var cell = Objects.requireNonNull(cells.get(new Place(column(thing), row(thing))));
            for (int at = cell.free - 1; at >= 0; at--) {
                if (cell.things[at] == thing) {
                    cell.take(at);
                    return;
                }
            }
        }
    }
}
