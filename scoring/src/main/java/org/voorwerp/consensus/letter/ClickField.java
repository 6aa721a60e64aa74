package org.voorwerp.consensus.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// The clicks of a fragment on a grid, from which those that are part of a letter are taken.
final class ClickField {

    private record Cell(long column, long row) {}

    private final Click[] clicks;
    private final double radius;
    private final double width;
    private final boolean[] taken;
    private final int[] volunteer;
    private final Map<Cell, List<Integer>> cells = new HashMap<>();

    ClickField(Click[] clicks, double radius) {
        this.clicks = clicks;
        this.radius = radius;
        this.taken = new boolean[clicks.length];
        var numbers = new HashMap<String, Integer>();
        this.volunteer = Arrays.stream(clicks)
                .mapToInt(click -> numbers.computeIfAbsent(click.volunteer(), _ -> numbers.size()))
                .toArray();
        double farthest = Arrays.stream(clicks)
                .mapToDouble(click -> Math.max(Math.abs(click.x()), Math.abs(click.y())))
                .max()
                .orElse(0);
        // Wide enough that cells can be numbered however far out somebody clicked.
        this.width = Math.max(radius * (1 + 1e-9), farthest / (1L << 40));
        for (int i = 0; i < clicks.length; i++) {
            cells.computeIfAbsent(cell(clicks[i].x(), clicks[i].y()), _ -> new ArrayList<>())
                    .add(i);
        }
    }

    private Cell cell(double x, double y) {
        return new Cell((long) Math.floor(x / width), (long) Math.floor(y / width));
    }

    boolean isFree(int click) {
        return !taken[click];
    }

    void take(int[] members) {
        for (int member : members) {
            taken[member] = true;
            cells.getOrDefault(cell(clicks[member].x(), clicks[member].y()), List.of())
                    .remove(Integer.valueOf(member));
        }
    }

    /// All clicks, those first around which most volunteers clicked; of equals those whose clicks lie closer together.
    int[] byVolunteersAround() {
        var volunteers = new int[clicks.length];
        var distance = new double[clicks.length];
        for (int i = 0; i < clicks.length; i++) {
            int[] near = nearestOfEach(clicks[i].x(), clicks[i].y());
            volunteers[i] = near.length;
            for (int other : near) {
                distance[i] += distance(other, clicks[i].x(), clicks[i].y());
            }
        }
        return IntStream.range(0, clicks.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -volunteers[i]).thenComparingDouble(i -> distance[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    int volunteersAround(double x, double y) {
        var found = new HashSet<Integer>();
        near(x, y, i -> found.add(volunteer[i]));
        return found.size();
    }

    /// The nearest free click of each volunteer within the radius of a place, rising.
    int[] nearestOfEach(double x, double y) {
        var nearest = new HashMap<Integer, Integer>();
        near(
                x,
                y,
                i -> nearest.merge(
                        volunteer[i], i, (one, other) -> distance(other, x, y) < distance(one, x, y) ? other : one));
        return nearest.values().stream().mapToInt(i -> i).sorted().toArray();
    }

    private void near(double x, double y, IntConsumer found) {
        var middle = cell(x, y);
        for (long column = middle.column - 1; column <= middle.column + 1; column++) {
            for (long row = middle.row - 1; row <= middle.row + 1; row++) {
                for (int i : cells.getOrDefault(new Cell(column, row), List.of())) {
                    if (distance(i, x, y) <= radius) {
                        found.accept(i);
                    }
                }
            }
        }
    }

    private double distance(int click, double x, double y) {
        return Math.hypot(clicks[click].x() - x, clicks[click].y() - y);
    }
}
