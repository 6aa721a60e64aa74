package org.voorwerp.consensus.marks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.voorwerp.consensus.cluster.Clustering;
import org.voorwerp.consensus.cluster.Space;
import org.voorwerp.consensus.cluster.TooManyException;
import org.voorwerp.consensus.extract.Figure;
import org.voorwerp.consensus.extract.Mark;
import org.voorwerp.consensus.extract.Marks;
import org.voorwerp.consensus.extract.Polyline;
import org.voorwerp.consensus.extract.Shape;
import org.voorwerp.consensus.extract.ShapeKind;
import org.voorwerp.consensus.marks.MarkRecipe.Metric;
import org.voorwerp.consensus.marks.MarkRecipe.Order;
import org.voorwerp.consensus.marks.MarkRecipe.Repeats;

/// Makes consensus marks of what volunteers drew on one subject, tool by tool and frame by frame.
public final class MarkReducer {

    private final MarkRecipe recipe;

    public MarkReducer(MarkRecipe recipe) {
        this.recipe = recipe;
    }

    private record Place(int frame, String tool, ShapeKind kind) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparingInt(Place::frame)
                    .thenComparing(Place::tool)
                    .thenComparing(Place::kind)
                    .compare(this, other);
        }
    }

    /// @param subject all classifications of one subject, also those in which nothing was drawn
    /// @throws TooManyException if there are more marks than are compared
    /// @throws IllegalArgumentException if the recipe compares areas and a mark has none
    public List<ToolConsensus> reduce(List<Marks> subject) {
        long seen = subject.stream().map(Marks::volunteer).distinct().count();
        var places = new TreeMap<Place, List<Drawn>>();
        for (var marks : subject) {
            for (var mark : marks.marks()) {
                var place = new Place(
                        mark.frame(), mark.columnPrefix(), mark.shape().kind());
                places.computeIfAbsent(place, _ -> new ArrayList<>()).add(new Drawn(marks.volunteer(), alike(mark)));
            }
        }
        var kinds = places.keySet().stream()
                .collect(Collectors.groupingBy(Place::tool, Collectors.mapping(Place::kind, Collectors.toSet())));
        return places.entrySet().stream()
                .map(entry -> reduce(
                        entry.getKey(),
                        kinds.getOrDefault(entry.getKey().tool(), Set.of()).size() > 1,
                        entry.getValue(),
                        seen))
                .toList();
    }

    private Mark alike(Mark mark) {
        return recipe.symmetric() && mark.shape() instanceof Figure figure
                ? new Mark(mark.task(), mark.tool(), mark.format(), mark.frame(), Likeness.of(figure), mark.details())
                : mark;
    }

    private ToolConsensus reduce(Place place, boolean severalKinds, List<Drawn> read, long seen) {
        var marks = recipe.order() == Order.AS_READ
                ? read
                : read.stream().sorted(BY_PLACE).toList();
        var space = space(place.kind, marks);
        var clustering = recipe.clusterer().cluster(space);
        if (recipe.repeats() == Repeats.ONE_A_CLUSTER) {
            clustering = OneMarkAVolunteer.of(space, volunteers(marks), recipe.clusterer(), clustering);
        }
        if (recipe.order() == Order.BY_PLACE) {
            clustering = byFirstMember(clustering);
        }
        var clusters = new ArrayList<ConsensusMark>();
        for (int cluster = 0; cluster < clustering.count(); cluster++) {
            var members = Arrays.stream(clustering.members(cluster))
                    .mapToObj(marks::get)
                    .toList();
            clusters.add(consensus(place.kind, members, seen));
        }
        var tool = severalKinds ? place.tool + '_' + place.kind.word() : place.tool;
        return new ToolConsensus(place.frame, tool, place.kind, marks, clustering, clusters);
    }

    private boolean byOverlap(ShapeKind kind, List<Drawn> marks) {
        return recipe.metric() == Metric.OVERLAP
                || (kind.isPolyline()
                        && marks.stream().allMatch(d -> ((Polyline) d.mark().shape()).closed()));
    }

    private Space space(ShapeKind kind, List<Drawn> marks) {
        var shapes = marks.stream().map(drawn -> drawn.mark().shape()).toList();
        if (byOverlap(kind, marks)) {
            return new OverlapSpace(shapes, recipe.togetherFor());
        }
        return kind.isPolyline()
                ? new PathSpace(shapes.stream().map(shape -> (Polyline) shape).toList())
                : new FigureSpace(kind, numbers(shapes), recipe.symmetric());
    }

    private ConsensusMark consensus(ShapeKind kind, List<Drawn> members, long seen) {
        var shapes = members.stream().map(drawn -> drawn.mark().shape()).toList();
        int volunteers = (int) members.stream().map(Drawn::volunteer).distinct().count();
        Function<Middle, ConsensusMark> mark = middle -> new ConsensusMark(
                middle.shape,
                members.size(),
                volunteers,
                (double) volunteers / seen,
                middle.covariance,
                middle.sigma,
                middle.overlap,
                DetailConsensus.of(members));
        if (byOverlap(kind, members)) {
            var mean = OverlapMean.of(shapes, recipe.togetherFor(), recipe.average());
            return mark.apply(new Middle(mean.shape(), covariance(kind, shapes), mean.sigma(), mean.consensus()));
        }
        return mark.apply(kind.isPolyline() ? middleLine(members) : meanFigure(kind, shapes));
    }

    private record Middle(Shape shape, double[][] covariance, double sigma, double overlap) {}

    private Middle meanFigure(ShapeKind kind, List<Shape> shapes) {
        var mean = FigureMean.of(kind, numbers(shapes), recipe.symmetric());
        double variance = 0;
        for (int p = 0; p < mean.numbers().length; p++) {
            variance += mean.covariance()[p][p];
        }
        return new Middle(Figure.of(kind, mean.numbers()), mean.covariance(), Math.sqrt(variance), Double.NaN);
    }

    private double[][] covariance(ShapeKind kind, List<Shape> shapes) {
        return kind.isPolyline()
                ? new double[0][]
                : FigureMean.of(kind, numbers(shapes), recipe.symmetric()).covariance();
    }

    private static Middle middleLine(List<Drawn> members) {
        var space = new PathSpace(
                members.stream().map(d -> (Polyline) d.mark().shape()).toList());
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < space.size(); i++) {
            int line = i;
            double sum = IntStream.range(0, space.size())
                    .mapToDouble(j -> space.distance(line, j) * space.distance(line, j))
                    .sum();
            if (sum < least) {
                least = sum;
                best = i;
            }
        }
        double sigma = space.size() > 1 ? Math.sqrt(least / (space.size() - 1)) : Double.NaN;
        return new Middle(members.get(best).mark().shape(), new double[0][], sigma, Double.NaN);
    }

    private static double[][] numbers(List<Shape> shapes) {
        return shapes.stream().map(shape -> ((Figure) shape).parameters()).toArray(double[][]::new);
    }

    private static int[] volunteers(List<Drawn> marks) {
        Map<String, Integer> numbers = new HashMap<>();
        return marks.stream()
                .mapToInt(drawn -> numbers.computeIfAbsent(drawn.volunteer(), _ -> numbers.size()))
                .toArray();
    }

    /// Clusters in the order of the first mark of each.
    private static Clustering byFirstMember(Clustering found) {
        var numbers = new HashMap<Integer, Integer>();
        var labels = Arrays.stream(found.labels())
                .map(label -> label == Clustering.NOISE ? label : numbers.computeIfAbsent(label, _ -> numbers.size()))
                .toArray();
        return new Clustering(labels, found.strength(), found.coreDistance());
    }

    private static final Comparator<Drawn> BY_PLACE = Comparator.<Drawn, double[]>comparing(
                    drawn -> sortable(drawn.mark().shape()), Arrays::compare)
            .thenComparing(Drawn::volunteer)
            .thenComparing(drawn -> drawn.mark().details().toString());

    private static double[] sortable(Shape shape) {
        return switch (shape) {
            case Figure figure -> figure.parameters();
            case Polyline line -> {
                var numbers = Arrays.copyOf(line.x(), 2 * line.x().length);
                System.arraycopy(line.y(), 0, numbers, line.x().length, line.y().length);
                yield numbers;
            }
        };
    }
}
