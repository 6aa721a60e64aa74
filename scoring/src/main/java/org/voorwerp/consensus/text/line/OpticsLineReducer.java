package org.voorwerp.consensus.text.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.voorwerp.consensus.cluster.Clustering;
import org.voorwerp.consensus.cluster.Optics;
import org.voorwerp.consensus.cluster.Space;
import org.voorwerp.consensus.text.EditDistance;

/// Clusters the lines of a frame by where they start and end and by their text, each reading at most once a cluster;
/// lines alone remain as clusters of one, so that nothing that was read is lost.
public final class OpticsLineReducer {

    private final OpticsLineRecipe recipe;

    public OpticsLineReducer(OpticsLineRecipe recipe) {
        this.recipe = recipe;
    }

    /// @param read all lines of one frame, readings one after the other
    /// @return the lines in the order in which one would read them
    public List<LineConsensus> reduce(List<TranscribedLine> read) {
        var lines =
                read.stream().filter(line -> line.length() > recipe.shortest()).toList();
        var order = ReadingOrder.withinReadings(lines);
        int readings =
                (int) lines.stream().map(TranscribedLine::reading).distinct().count();
        int minimum = recipe.minimum(readings);
        int[] labels = readings >= minimum
                ? labels(lines, minimum)
                : Clustering.none(lines.size()).labels();
        var found = new ArrayList<LineConsensus>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == Clustering.NOISE) {
                found.add(alone(lines.get(i), order[i]));
            }
        }
        for (int label = 0; label <= Arrays.stream(labels).max().orElse(-1); label++) {
            int cluster = label;
            int[] members = IntStream.range(0, labels.length)
                    .filter(i -> labels[i] == cluster)
                    .toArray();
            found.add(together(
                    Arrays.stream(members).mapToObj(lines::get).toList(),
                    Arrays.stream(members).mapToObj(i -> order[i]).toList()));
        }
        return ReadingOrder.of(found, recipe.angleRadius(), recipe.gutterRadius());
    }

    private int[] labels(List<TranscribedLine> lines, int minimum) {
        var clustering = new Optics(minimum, minimum, recipe.xi()).cluster(new Lines(lines));
        var labels = clustering.labels().clone();
        // Of several lines of one reading in a cluster the one in the thickest of it stays.
        record Place(int label, int reading) {}
        var kept = new HashMap<Place, Integer>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == Clustering.NOISE) {
                continue;
            }
            var place = new Place(labels[i], lines.get(i).reading());
            Integer before = kept.get(place);
            if (before == null) {
                kept.put(place, i);
            } else if (clustering.coreDistance()[i] < clustering.coreDistance()[before]) {
                labels[before] = Clustering.NOISE;
                kept.put(place, i);
            } else {
                labels[i] = Clustering.NOISE;
            }
        }
        return labels;
    }

    /// Distance between starts + distance between ends, in pixels, + edit distance of the texts without what stands in
    /// square brackets; infinite between lines of one reading.
    private record Lines(List<TranscribedLine> lines, List<String> texts) implements Space {

        Lines(List<TranscribedLine> lines) {
            this(
                    lines,
                    lines.stream()
                            .map(line -> String.join(" ", line.words())
                                    .replaceAll("\\[.*?]", "")
                                    .strip()
                                    .replaceAll("\\s+", " "))
                            .toList());
        }

        @Override
        public int size() {
            return lines.size();
        }

        @Override
        public int pairwiseLimit() {
            return 2_000;
        }

        @Override
        public double distance(int a, int b) {
            var one = lines.get(a);
            var other = lines.get(b);
            if (a == b) {
                return 0;
            }
            if (one.reading() == other.reading()) {
                return Double.POSITIVE_INFINITY;
            }
            int last = one.x().length - 1;
            int otherLast = other.x().length - 1;
            return Math.hypot(one.x()[0] - other.x()[0], one.y()[0] - other.y()[0])
                    + Math.hypot(one.x()[last] - other.x()[otherLast], one.y()[last] - other.y()[otherLast])
                    + EditDistance.of(texts.get(a), texts.get(b));
        }
    }

    private static LineConsensus alone(TranscribedLine line, int order) {
        var whole = line.whole();
        var words = Arrays.stream(whole.words().getFirst().strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(List::of)
                .toList();
        return new LineConsensus(
                whole.x(), whole.y(), words, slope(whole.x(), whole.y()), 0, 0, List.of(line), List.of(order));
    }

    private static LineConsensus together(List<TranscribedLine> lines, List<Integer> order) {
        var x = new double[] {median(lines, line -> line.x()[0]), median(lines, line -> line.x()[line.x().length - 1])};
        var y = new double[] {median(lines, line -> line.y()[0]), median(lines, line -> line.y()[line.y().length - 1])};
        var texts = lines.stream()
                .map(line -> String.join(" ", line.words()))
                .filter(text -> !text.isBlank())
                .toList();
        return new LineConsensus(x, y, Collation.of(texts), slope(x, y), 0, 0, lines, order);
    }

    private static double slope(double[] x, double[] y) {
        return Math.toDegrees(Math.atan2(y[1] - y[0], x[1] - x[0]));
    }

    private static double median(List<TranscribedLine> lines, ToDoubleFunction<TranscribedLine> number) {
        double[] rising = lines.stream().mapToDouble(number).sorted().toArray();
        return (rising[(rising.length - 1) / 2] + rising[rising.length / 2]) / 2;
    }
}
