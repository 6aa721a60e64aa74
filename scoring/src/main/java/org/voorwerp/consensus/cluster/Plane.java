package org.voorwerp.consensus.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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

        /// The things of a cell, those not yet taken first.
        private static final class Cell {
            private int[] things = new int[2];
            private int size;
            private int free;

            void add(int thing) {
                if (size == things.length) {
                    things = Arrays.copyOf(things, 2 * size);
                }
                things[size++] = thing;
                free = size;
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

        Grid(Plane plane, double radius) {
            this.plane = plane;
            this.radius = radius;
            this.width = width(plane, radius);
            for (int i = 0; i < plane.size(); i++) {
                cells.computeIfAbsent(new Place(column(i), row(i)), _ -> new Cell()).add(i);
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

        @Override
        public boolean atLeast(int thing, int minimum) {
            int found = 0;
            for (long column = column(thing) - 1; column <= column(thing) + 1; column++) {
                for (long row = row(thing) - 1; row <= row(thing) + 1; row++) {
                    var cell = cells.get(new Place(column, row));
                    for (int at = 0; cell != null && at < cell.size; at++) {
                        if (plane.distance(thing, cell.things[at]) <= radius && ++found >= minimum) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        @Override
        public void take(int thing, IntConsumer taker) {
            for (long column = column(thing) - 1; column <= column(thing) + 1; column++) {
                for (long row = row(thing) - 1; row <= row(thing) + 1; row++) {
                    var cell = cells.get(new Place(column, row));
                    for (int at = cell == null ? -1 : cell.free - 1; at >= 0; at--) {
                        int other = cell.things[at];
                        if (plane.distance(thing, other) <= radius) {
                            cell.take(at);
                            taker.accept(other);
                        }
                    }
                }
            }
        }

        @Override
        public void remove(int thing) {
            var cell = cells.get(new Place(column(thing), row(thing)));
            for (int at = cell.free - 1; at >= 0; at--) {
                if (cell.things[at] == thing) {
                    cell.take(at);
                    return;
                }
            }
        }
    }
}
