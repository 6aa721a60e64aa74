package org.voorwerp.consensus.marks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.voorwerp.consensus.extract.Figure;
import org.voorwerp.consensus.extract.Shape;
import org.voorwerp.consensus.extract.ShapeKind;
import org.voorwerp.consensus.marks.MarkRecipe.Average;

/// The area that agrees best with several: the one with the least Σ d², d = 1 − intersection / union.
///
/// @param shape the area
/// @param sigma √(Σ d² / (n − 1)), how far the areas spread; NaN for a single one
/// @param consensus 1 − the mean distance of each two members: 1 where all are the same; NaN for a single one
record OverlapMean(Shape shape, double sigma, double consensus) {

    /// Of more members some are looked at, evenly spread over their order.
    private static final int MEMBERS = 200;

    private static final int STARTS = 3;
    private static final int STEPS = 400;

    /// @param members at least one, all of one kind
    static OverlapMean of(List<? extends Shape> members, double togetherFor, Average average) {
        var some = some(members);
        var space = new OverlapSpace(some, togetherFor);
        double[] sums = IntStream.range(0, some.size())
                .mapToDouble(i -> IntStream.range(0, some.size())
                        .mapToDouble(j -> square(space.distance(i, j)))
                        .sum())
                .toArray();
        var order = IntStream.range(0, some.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> sums[i]))
                .toList();
        Shape best = some.get(order.getFirst());
        double least = sums[order.getFirst()];
        if (average == Average.BEST && best instanceof Figure && some.size() > 1) {
            for (var start : starts(some, order)) {
                var search = new Search(start, space);
                search.run();
                if (search.least < least) {
                    least = search.least;
                    best = search.figure();
                }
            }
        }
        double sigma = Math.sqrt(least / (some.size() - 1));
        return new OverlapMean(best, some.size() > 1 ? sigma : Double.NaN, consensus(space));
    }

    private static List<Shape> some(List<? extends Shape> members) {
        int kept = Math.min(MEMBERS, members.size());
        return IntStream.range(0, kept)
                .<Shape>mapToObj(i -> members.get((int) ((long) i * members.size() / kept)))
                .toList();
    }

    /// The mean of the numbers, and the members that agree best with the others.
    private static List<Figure> starts(List<Shape> members, List<Integer> order) {
        var starts = new ArrayList<Figure>();
        var kind = members.getFirst().kind();
        var figures =
                members.stream().map(shape -> ((Figure) shape).parameters()).toArray(double[][]::new);
        starts.add(Figure.of(kind, FigureMean.of(kind, figures, true).numbers()));
        order.stream().limit(STARTS).forEach(i -> starts.add((Figure) members.get(i)));
        return starts;
    }

    private static double consensus(OverlapSpace space) {
        double sum = 0;
        for (int i = 0; i < space.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += Math.min(1, space.distance(i, j));
            }
        }
        int pairs = space.size() * (space.size() - 1) / 2;
        return pairs == 0 ? Double.NaN : 1 - sum / pairs;
    }

    private static double square(double distance) {
        return distance * distance;
    }

    /// Tries each number a step up and down, and halves the steps where nothing is gained.
    private static final class Search {
        private final ShapeKind kind;
        private final OverlapSpace members;
        private final double[] numbers;
        private final double[] steps;
        private double least;

        Search(Figure start, OverlapSpace members) {
            this.kind = start.kind();
            this.members = members;
            this.numbers = start.parameters();
            this.steps = new double[numbers.length];
            double size = Math.sqrt(Outlines.of(start).getArea());
            for (int p = 0; p < steps.length; p++) {
                steps[p] = switch (kind.parameters().get(p)) {
                    case "angle" -> 10;
                    case "displayTime" -> 0;
                    default -> size / 8;
                };
            }
            this.least = cost(numbers);
        }

        void run() {
            for (int step = 0; step < STEPS && Arrays.stream(steps).max().orElseThrow() > 1e-4; step++) {
                boolean better = false;
                for (int p = 0; p < numbers.length; p++) {
                    better |= steps[p] > 0 && (tried(p, steps[p]) || tried(p, -steps[p]));
                }
                for (int p = 0; !better && p < steps.length; p++) {
                    steps[p] /= 2;
                }
            }
        }

        private boolean tried(int parameter, double by) {
            double before = numbers[parameter];
            numbers[parameter] += by;
            double cost = cost(numbers);
            if (cost < least) {
                least = cost;
                return true;
            }
            numbers[parameter] = before;
            return false;
        }

        private double cost(double[] at) {
            var figure = Figure.of(kind, at);
            double sum = 0;
            for (int i = 0; i < members.size(); i++) {
                sum += square(members.distance(figure, i));
            }
            return sum;
        }

        Figure figure() {
            return Figure.of(kind, numbers);
        }
    }
}
