package org.voorwerp.consensus.text.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.voorwerp.consensus.text.line.Groups.Group;
import org.voorwerp.consensus.text.line.PolyLineRecipe.Dots;

/// Sorts the lines of a frame by slope, within it by the page's gutters, within these by height, and makes one of
/// those that belong together.
public final class PolyLineReducer {

    private final PolyLineRecipe recipe;

    public PolyLineReducer(PolyLineRecipe recipe) {
        this.recipe = recipe;
    }

    /// @param read all lines of one frame, readings one after the other
    /// @return the lines by slope (falling), gutter and height
    public List<LineConsensus> reduce(List<TranscribedLine> read) {
        var lines =
                recipe.wholeLines() ? read.stream().map(TranscribedLine::whole).toList() : read;
        var order = ReadingOrder.withinReadings(lines);
        double[] slopes = lines.stream().mapToDouble(TranscribedLine::slope).toArray();
        var found = new ArrayList<LineConsensus>();
        for (var slope : Groups.sorted(
                Groups.ofAngles(slopes, recipe.slopeRadius(), recipe.minimum()), g -> -meanAngle(slopes, g))) {
            double angle = meanAngle(slopes, slope);
            var rows = Arrays.stream(slope.members())
                    .mapToObj(i -> Turned.of(lines.get(i), order[i], angle))
                    .toList();
            for (var column : Gutters.columns(rows, recipe.gutterTolerance())) {
                lines(column.rows()).forEach(line -> found.add(line.placed(angle, slope.label(), column.label())));
            }
        }
        return found;
    }

    /// A line in a frame in which it is level.
    ///
    /// @param order which of its reading's lines it is
    /// @param along of each dot
    /// @param height of each dot
    record Turned(TranscribedLine line, int order, double[] along, double[] height) {

        static Turned of(TranscribedLine line, int order, double angle) {
            double cosine = Math.cos(Math.toRadians(-angle));
            double sine = Math.sin(Math.toRadians(-angle));
            double[] x = line.x();
            double[] y = line.y();
            return new Turned(
                    line,
                    order,
                    IntStream.range(0, x.length)
                            .mapToDouble(i -> x[i] * cosine - y[i] * sine)
                            .toArray(),
                    IntStream.range(0, x.length)
                            .mapToDouble(i -> y[i] * cosine + x[i] * sine)
                            .toArray());
        }

        /// What stands at a dot; nothing at the last.
        String word(int dot) {
            return dot < line.words().size() ? line.words().get(dot) : "";
        }
    }

    private List<LineConsensus> lines(List<Turned> rows) {
        double[] heights = rows.stream()
                .mapToDouble(row -> Arrays.stream(row.height).average().orElseThrow())
                .toArray();
        var found = new ArrayList<LineConsensus>();
        for (var group : Groups.sorted(
                Groups.ofNumbers(heights, recipe.lineRadius(), recipe.minimum()), g -> Groups.mean(heights, g))) {
            var members = Arrays.stream(group.members()).mapToObj(rows::get).toList();
            var line = recipe.dots() == Dots.WORD ? byWord(members) : byEnds(members);
            if (line.x().length > 0) {
                found.add(line);
            }
        }
        return found;
    }

    private record Dot(int row, int number) {}

    private static List<Dot> dots(List<Turned> rows) {
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(row -> IntStream.range(0, rows.get(row).along.length).mapToObj(dot -> new Dot(row, dot)))
                .toList();
    }

    /// Words are where dots lie close to each other.
    private LineConsensus byWord(List<Turned> rows) {
        var dots = dots(rows);
        double[] along = along(rows, dots);
        var words = Groups.sorted(
                Groups.ofNumbers(along, recipe.wordRadius(), recipe.minimum()), g -> Groups.mean(along, g));
        var text = new ArrayList<List<String>>();
        for (var word : words) {
            var column = new ArrayList<>(Collections.nCopies(rows.size(), ""));
            for (int i : word.members()) {
                column.set(dots.get(i).row, rows.get(dots.get(i).row).word(dots.get(i).number));
            }
            text.add(column);
        }
        return consensus(rows, dots, words, text);
    }

    /// Only the ends of the line are looked for; texts are laid side by side.
    private LineConsensus byEnds(List<Turned> rows) {
        var dots = dots(rows);
        double[] along = along(rows, dots);
        var words = Groups.sorted(Groups.ofNumbers(along, recipe.wordRadius(), 1), g -> Groups.mean(along, g));
        if (words.size() < 2) {
            return consensus(rows, dots, List.of(), List.of());
        }
        var texts = rows.stream()
                .flatMap(row -> row.line.words().stream())
                .filter(text -> !text.isBlank())
                .toList();
        var columns = Collation.of(texts).stream()
                .map(column -> column.stream().filter(word -> !word.isEmpty()).count() >= recipe.leastWords()
                        ? column
                        : Collections.nCopies(column.size(), ""))
                .toList();
        return consensus(rows, dots, List.of(words.getFirst(), words.getLast()), columns);
    }

    private static double[] along(List<Turned> rows, List<Dot> dots) {
        return dots.stream()
                .mapToDouble(dot -> rows.get(dot.row).along[dot.number])
                .toArray();
    }

    private static LineConsensus consensus(
            List<Turned> rows, List<Dot> dots, List<Group> places, List<List<String>> text) {
        double[] xs = dots.stream()
                .mapToDouble(dot -> rows.get(dot.row).line.x()[dot.number])
                .toArray();
        double[] ys = dots.stream()
                .mapToDouble(dot -> rows.get(dot.row).line.y()[dot.number])
                .toArray();
        return new LineConsensus(
                places.stream().mapToDouble(place -> Groups.mean(xs, place)).toArray(),
                places.stream().mapToDouble(place -> Groups.mean(ys, place)).toArray(),
                List.copyOf(text),
                0,
                0,
                0,
                rows.stream().map(Turned::line).toList(),
                rows.stream().map(Turned::order).toList());
    }

    /// Of angles between −180° and 180°, cut open where they lie closer together.
    private static double meanAngle(double[] degrees, Group group) {
        double[] angles =
                Arrays.stream(group.members()).mapToDouble(i -> degrees[i]).toArray();
        var range = DoubleStream.of(angles).summaryStatistics();
        boolean across = range.getMax() - range.getMin() > 180;
        return DoubleStream.of(angles)
                .map(angle -> across && angle < 0 ? angle + 360 : angle)
                .average()
                .orElseThrow();
    }
}
