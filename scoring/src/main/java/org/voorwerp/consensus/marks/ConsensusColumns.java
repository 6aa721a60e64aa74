package org.voorwerp.consensus.marks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.cluster.Hdbscan;
import org.voorwerp.consensus.extract.Detail;
import org.voorwerp.consensus.extract.Figure;
import org.voorwerp.consensus.extract.Mark.Format;
import org.voorwerp.consensus.extract.Polyline;
import org.voorwerp.consensus.extract.Shape;
import org.voorwerp.consensus.marks.MarkRecipe.Metric;

/// Names consensus marks as panoptes_aggregation does, so that notebooks written for it go on working: for each frame
/// (`frame0`) columns such as `T0_tool0_circle_x`, `T0_tool0_cluster_labels`, `T0_tool0_clusters_count`,
/// `T0_tool0_clusters_x`. Values are numbers, lists, maps and null, ready for JSON; a number that is not finite is
/// null.
///
/// What it does not have: `_clusters_volunteers`, `_clusters_share`, and `_clusters_var_…` and `_clusters_sigma` for
/// every shape.
public final class ConsensusColumns {

    /// How the columns of the marks themselves are called, which differs between its reducers.
    public enum Naming {
        /// `T0_tool0_<shape>_<number>`: its shape reducers.
        SHAPE,
        /// `T0_tool0_points_<number>`, with variances of the clusters: its point reducers.
        POINTS,
        /// `T0_tool0_rec_<number>`: its rectangle reducer.
        RECTANGLES
    }

    private final MarkRecipe recipe;
    private final Naming naming;
    private final boolean own;

    /// @param own whether the columns that panoptes_aggregation does not have are given too
    public ConsensusColumns(MarkRecipe recipe, Naming naming, boolean own) {
        this.recipe = recipe;
        this.naming = naming;
        this.own = own;
    }

    /// Columns a frame.
    public Map<String, Map<String, Object>> of(List<ToolConsensus> tools) {
        var frames = new TreeMap<String, Map<String, Object>>();
        for (var tool : tools) {
            var columns = frames.computeIfAbsent("frame" + tool.frame(), _ -> new LinkedHashMap<>());
            marks(tool, columns);
            if (!tool.clusters().isEmpty()) {
                clusters(tool, columns);
            }
            details(tool, columns);
        }
        return frames;
    }

    private void marks(ToolConsensus tool, Map<String, Object> columns) {
        var word = switch (naming) {
            case SHAPE -> tool.kind().word();
            case POINTS -> "points";
            case RECTANGLES -> "rec";
        };
        var shapes = tool.marks().stream().map(drawn -> drawn.mark().shape()).toList();
        shapes(shapes, tool.tool() + '_' + word, columns);
        columns.put(
                tool.tool() + "_cluster_labels",
                Arrays.stream(tool.clustering().labels()).boxed().toList());
        if (recipe.clusterer() instanceof Hdbscan) {
            columns.put(
                    tool.tool() + "_cluster_probabilities",
                    Arrays.stream(tool.clustering().strength()).boxed().toList());
        }
    }

    /// The numbers of figures, or the points of lines.
    private static void shapes(List<Shape> shapes, String prefix, Map<String, Object> columns) {
        if (shapes.getFirst() instanceof Polyline) {
            columns.put(
                    prefix + "_x",
                    shapes.stream().map(s -> list(((Polyline) s).x())).toList());
            columns.put(
                    prefix + "_y",
                    shapes.stream().map(s -> list(((Polyline) s).y())).toList());
            return;
        }
        var names = shapes.getFirst().kind().parameters();
        for (int p = 0; p < names.size(); p++) {
            int parameter = p;
            columns.put(
                    prefix + '_' + names.get(p), numbers(shapes, shape -> ((Figure) shape).parameters()[parameter]));
        }
    }

    private void clusters(ToolConsensus tool, Map<String, Object> columns) {
        var prefix = tool.tool() + "_clusters";
        var clusters = tool.clusters();
        columns.put(
                prefix + "_count", clusters.stream().map(ConsensusMark::marks).toList());
        shapes(clusters.stream().map(ConsensusMark::shape).toList(), prefix, columns);
        if (tool.kind().isPolyline()) {
            columns.put(tool.tool() + "_consensus", numbers(clusters, ConsensusMark::overlap));
        }
        if (own || recipe.metric() == Metric.OVERLAP) {
            columns.put(prefix + "_sigma", numbers(clusters, ConsensusMark::sigma));
        }
        if (own || naming == Naming.POINTS) {
            variances(tool, prefix, columns);
        }
        if (own) {
            columns.put(
                    prefix + "_volunteers",
                    clusters.stream().map(ConsensusMark::volunteers).toList());
            columns.put(prefix + "_share", numbers(clusters, ConsensusMark::share));
        }
    }

    private void variances(ToolConsensus tool, String prefix, Map<String, Object> columns) {
        var names = tool.kind().parameters();
        for (int p = 0; p < names.size(); p++) {
            int parameter = p;
            columns.put(
                    prefix + "_var_" + names.get(p),
                    numbers(tool.clusters(), cluster -> cluster.covariance()[parameter][parameter]));
        }
        if (names.contains("x") && names.contains("y")) {
            columns.put(prefix + "_var_x_y", numbers(tool.clusters(), cluster -> cluster.covariance()[0][1]));
        }
    }

    private static void details(ToolConsensus tool, Map<String, Object> columns) {
        int subtasks = tool.marks().stream()
                .mapToInt(drawn -> drawn.mark().details().size())
                .max()
                .orElse(0);
        if (subtasks == 0) {
            return;
        }
        if (tool.marks().getFirst().mark().format() == Format.TOOL) {
            columns.put(
                    tool.tool() + "_details",
                    tool.marks().stream()
                            .map(drawn -> drawn.mark().details().stream()
                                    .map(ConsensusColumns::value)
                                    .toList())
                            .toList());
            if (!tool.clusters().isEmpty()) {
                columns.put(
                        tool.tool() + "_clusters_details",
                        tool.clusters().stream()
                                .map(cluster -> cluster.details().stream()
                                        .map(ConsensusColumns::value)
                                        .toList())
                                .toList());
            }
            return;
        }
        for (int subtask = 0; subtask < subtasks; subtask++) {
            subtask(tool, subtask, columns);
        }
    }

    private static void subtask(ToolConsensus tool, int subtask, Map<String, Object> columns) {
        var name = tool.tool() + "_subtask" + subtask;
        var said = new ArrayList<@Nullable Object>();
        for (var drawn : tool.marks()) {
            var details = drawn.mark().details();
            said.add(subtask < details.size() ? value(details.get(subtask)) : null);
        }
        columns.put(name, said);
        if (!tool.clusters().isEmpty()) {
            var reduced = new ArrayList<@Nullable Object>();
            for (var cluster : tool.clusters()) {
                var details = cluster.details();
                reduced.add(subtask < details.size() ? value(details.get(subtask)) : null);
            }
            columns.put(name + "_clusters", reduced);
        }
    }

    private static Object value(Detail detail) {
        return switch (detail) {
            case Detail.Chosen(var votes) -> votes;
            case Detail.Selected(var lists) -> Map.of("value", lists);
            case Detail.Written(var text) -> Map.of("text", text);
            case Detail.Slid(var number) -> Map.of("slider_value", number);
            case Detail.Unread _ -> "No extractor for this subtask type";
        };
    }

    private static Object value(DetailConsensus detail) {
        return switch (detail) {
            case DetailConsensus.Counted(var votes) -> votes;
            case DetailConsensus.Selections(var lists) -> Map.of("value", lists);
            case DetailConsensus.Text(var text) -> text.columns();
            case DetailConsensus.Slider(var mean, var median, var variance) ->
                Map.of("slider_mean", mean, "slider_median", median, "slider_var", variance);
            case DetailConsensus.Unreduced _ -> "No reducer for this subtask type";
        };
    }

    private static <T> List<@Nullable Double> numbers(List<T> things, ToDoubleFunction<T> number) {
        var numbers = new ArrayList<@Nullable Double>();
        for (var thing : things) {
            double value = number.applyAsDouble(thing);
            numbers.add(Double.isFinite(value) ? value : null);
        }
        return numbers;
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
