package org.voorwerp.consensus.marks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.voorwerp.consensus.RealData;
import org.voorwerp.consensus.cluster.Clusterer;
import org.voorwerp.consensus.cluster.Dbscan;
import org.voorwerp.consensus.cluster.Hdbscan;
import org.voorwerp.consensus.cluster.Optics;
import org.voorwerp.consensus.extract.Detail;
import org.voorwerp.consensus.extract.Figure;
import org.voorwerp.consensus.extract.Mark;
import org.voorwerp.consensus.extract.Mark.Format;
import org.voorwerp.consensus.extract.Marks;
import org.voorwerp.consensus.extract.ShapeKind;
import org.voorwerp.consensus.marks.ConsensusColumns.Naming;
import org.voorwerp.consensus.marks.MarkRecipe.Average;
import org.voorwerp.consensus.marks.MarkRecipe.Metric;

/// Inputs and outputs of the Zooniverse's own reducers of marks (zooniverse/aggregation-for-caesar at 36ac055).
///
/// Differences, and why:
/// * answers to subtasks are told whether a reducer was named for them or not, and reduced by their type;
/// * what a text subtask reduces to has no `gold_standard`: gold rows leave before marks are reduced;
/// * `rec_tags` (Shakespeare's World's way to keep a tag beside rectangles) is no mark and no consensus;
/// * a mark without answers stays in the list of answers, with none: theirs leaves it out, can then no longer tell
///   which answers belong to which mark, and silently drops what they reduce to;
/// * how far a single mark spreads is not known (null), theirs has 0;
/// * the best mean of overlapping areas is searched for otherwise, so it is compared by its overlap with theirs, and
///   must agree with the members at least as well.
@NullUnmarked
class MarkVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOOL = Pattern.compile("(T\\d+)_(toolIndex|tool)(\\d+)");

    @TestFactory
    Stream<DynamicTest> reducersOfMarksGiveWhatTheZooniversesGive() throws IOException {
        var vectors =
                JSON.readTree(RealData.file("panoptes-aggregation/vectors.json").toFile());
        var tests = new ArrayList<DynamicTest>();
        for (var vector : vectors.get("vectors")) {
            var function = vector.get("function").asText().replace("reducers.", "");
            if (vector.has("reduced") && function.matches("(shape|point|rectangle)_reducer.*")) {
                tests.add(DynamicTest.dynamicTest(
                        vector.get("test_name").asText(), () -> check(function, (ObjectNode) vector)));
            }
        }
        assertEquals(38, tests.size());
        return tests.stream();
    }

    private static void check(String function, ObjectNode vector) throws IOException {
        var uniform = uniform(vector);
        var kwargs = (ObjectNode) uniform.withObject("/kwargs");
        kwargs.setAll(uniform.withObject("/pkwargs"));
        boolean overlap = kwargs.path("metric_type").asText().equals("IoU");
        var recipe = MarkRecipe.asPanoptes(
                clusterer(function, kwargs),
                overlap ? Metric.OVERLAP : Metric.EUCLIDEAN,
                kwargs.path("symmetric").asBoolean(),
                kwargs.path("estimate_average").asBoolean() ? Average.MEMBER : Average.BEST);
        var kind = switch (function) {
            case "point_reducer" -> ShapeKind.POINT;
            case "rectangle_reducer" -> ShapeKind.RECTANGLE;
            default -> ShapeKind.of(kwargs.get("shape").asText()).orElseThrow();
        };
        var naming = switch (function) {
            case "point_reducer" -> Naming.POINTS;
            case "rectangle_reducer" -> Naming.RECTANGLES;
            default -> Naming.SHAPE;
        };
        var tools = new MarkReducer(recipe).reduce(marks(uniform, kind));
        JsonNode ours = JSON.valueToTree(new ConsensusColumns(recipe, naming, false).of(tools));

        compare(
                uniform.withObject("/reduced"),
                (ObjectNode) ours,
                kwargs,
                vector.path("round").asInt(9));
    }

    private static Clusterer clusterer(String function, ObjectNode kwargs) {
        int minimum = kwargs.path("min_samples").asInt(3);
        if (function.endsWith("optics")) {
            return new Optics(
                    minimum,
                    kwargs.path("min_cluster_size").asInt(2),
                    kwargs.path("xi").asDouble(0.15));
        }
        if (function.endsWith("hdbscan")) {
            return new Hdbscan(
                    kwargs.path("min_cluster_size").asInt(5),
                    minimum,
                    kwargs.path("allow_single_cluster").asBoolean());
        }
        return new Dbscan(kwargs.path("eps").asDouble(5), minimum);
    }

    /// Tools without a task get one, points without a frame a frame, and classifier 2.0 numbers tools by index.
    private static ObjectNode uniform(ObjectNode vector) throws IOException {
        var text = vector.toString().replaceAll("\"(tool\\d)", "\"T0_$1");
        if (text.contains("\"classifier_version\":\"2.0\"")) {
            text = text.replaceAll("\"(T\\d+)_tool(\\d)", "\"$1_toolIndex$2");
        }
        var uniform = (ObjectNode) JSON.readTree(text);
        if (uniform.get("reduced").fieldNames().next().startsWith("T0_")) {
            uniform.set("reduced", JSON.createObjectNode().set("frame0", uniform.get("reduced")));
            var extracts = JSON.createArrayNode();
            uniform.get("extracted")
                    .forEach(e -> extracts.add(JSON.createObjectNode().set("frame0", e)));
            uniform.set("extracted", extracts);
        }
        return uniform;
    }

    private static List<Marks> marks(ObjectNode vector, ShapeKind kind) {
        var subject = new ArrayList<Marks>();
        int index = 0;
        for (var extract : vector.get("extracted")) {
            var user = vector.path("network_kwargs").path("user_id").path(index++);
            var marks = new ArrayList<Mark>();
            for (var frame : extract.properties()) {
                if (frame.getKey().startsWith("frame")) {
                    marks.addAll(marks(
                            Integer.parseInt(frame.getKey().substring("frame".length())), frame.getValue(), kind));
                }
            }
            subject.add(new Marks("1", user.asText("#" + index), index, marks));
        }
        return subject;
    }

    private static List<Mark> marks(int frame, JsonNode columns, ShapeKind kind) {
        var prefixes = new TreeSet<String>();
        columns.fieldNames().forEachRemaining(name -> {
            var matcher = TOOL.matcher(name);
            if (matcher.lookingAt()) {
                prefixes.add(matcher.group());
            }
        });
        var marks = new ArrayList<Mark>();
        for (var prefix : prefixes) {
            var tool = TOOL.matcher(prefix);
            tool.matches();
            for (int i = 0;
                    i
                            < columns.path(prefix + '_' + kind.parameters().getFirst())
                                    .size();
                    i++) {
                int row = i;
                double[] numbers = kind.parameters().stream()
                        .mapToDouble(name ->
                                columns.get(prefix + '_' + name).get(row).asDouble())
                        .toArray();
                var format = tool.group(2).equals("tool") ? Format.TOOL : Format.TOOL_INDEX;
                marks.add(new Mark(
                        tool.group(1),
                        Integer.parseInt(tool.group(3)),
                        format,
                        frame,
                        Figure.of(kind, numbers),
                        details(columns, prefix, row)));
            }
        }
        return marks;
    }

    private static List<Detail> details(JsonNode columns, String prefix, int row) {
        var details = new ArrayList<Detail>();
        columns.path(prefix + "_details").path(row).forEach(detail -> details.add(detail(detail)));
        for (int subtask = 0; columns.has(prefix + "_subtask" + subtask); subtask++) {
            details.add(detail(columns.get(prefix + "_subtask" + subtask).get(row)));
        }
        return details;
    }

    private static Detail detail(JsonNode detail) {
        if (detail.isTextual()) {
            return new Detail.Unread();
        }
        if (detail.has("text")) {
            return new Detail.Written(detail.get("text").asText());
        }
        if (detail.has("value")) {
            var lists = new ArrayList<Map<String, Integer>>();
            detail.get("value").forEach(list -> lists.add(counts(list)));
            return new Detail.Selected(lists);
        }
        return new Detail.Chosen(counts(detail));
    }

    private static Map<String, Integer> counts(JsonNode counts) {
        var map = new LinkedHashMap<String, Integer>();
        counts.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asInt()));
        return map;
    }

    private static void compare(JsonNode theirs, ObjectNode ours, JsonNode kwargs, int digits) {
        for (var frame : theirs.properties()) {
            if (!frame.getKey().startsWith("frame")) {
                continue;
            }
            var expected = (ObjectNode) frame.getValue();
            expected.remove("rec_tags");
            var columns = ours.withObject("/" + frame.getKey());
            var names = new ArrayList<String>();
            columns.fieldNames().forEachRemaining(names::add);
            if (!kwargs.has("details")) {
                names.removeIf(name -> name.contains("_details") || name.contains("_subtask"));
            }
            expected.properties().forEach(column -> adapt(column.getKey(), column.getValue(), columns, names));
            compareMeans(expected, columns, kwargs);
            var wanted = new TreeSet<String>();
            expected.fieldNames().forEachRemaining(wanted::add);
            names.retainAll(set(columns));
            assertEquals(wanted, new TreeSet<>(names), frame.getKey());
            for (var column : expected.properties()) {
                same(column.getKey(), column.getValue(), columns.get(column.getKey()), digits);
            }
        }
    }

    private static TreeSet<String> set(JsonNode columns) {
        var names = new TreeSet<String>();
        columns.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// The differences of single columns.
    private static void adapt(String name, JsonNode theirs, ObjectNode ours, List<String> names) {
        if (name.endsWith("_clusters_sigma")) {
            var counts = ours.get(name.replace("sigma", "count"));
            for (int i = 0; i < theirs.size(); i++) {
                if (counts.get(i).asInt() == 1) {
                    assertTrue(ours.get(name).get(i).isNull(), name);
                    ((ArrayNode) ours.get(name)).set(i, theirs.get(i));
                }
            }
        }
        if (name.endsWith("_details") && theirs.size() < ours.get(name).size()) {
            var answered = JSON.createArrayNode();
            ours.get(name).forEach(details -> {
                if (!details.isEmpty()) {
                    answered.add(details);
                }
            });
            ours.set(name, answered);
            names.remove(name.replace("_details", "_clusters_details"));
        }
    }

    /// Means found by search: the same place, and no worse. What was compared is taken out.
    private static void compareMeans(ObjectNode theirs, ObjectNode ours, JsonNode kwargs) {
        if (!kwargs.path("metric_type").asText().equals("IoU")
                || kwargs.path("estimate_average").asBoolean()) {
            return;
        }
        var kind = ShapeKind.of(kwargs.get("shape").asText()).orElseThrow();
        for (var tool : set(theirs).stream()
                .filter(name -> name.endsWith("_clusters_sigma"))
                .toList()) {
            var prefix = tool.replace("sigma", "");
            for (int i = 0; i < theirs.get(tool).size(); i++) {
                var pair =
                        new OverlapSpace(List.of(figure(kind, theirs, prefix, i), figure(kind, ours, prefix, i)), 0.1);
                assertTrue(
                        pair.distance(0, 1) < 0.1,
                        figure(kind, theirs, prefix, i) + " " + figure(kind, ours, prefix, i) + ours.get(tool)
                                + theirs.get(tool) + prefix + pair.distance(0, 1));
                assertTrue(
                        ours.get(tool).get(i).asDouble()
                                < theirs.get(tool).get(i).asDouble() + 0.05,
                        tool);
            }
            theirs.remove(tool);
            ours.remove(tool);
            for (var name : kind.parameters()) {
                theirs.remove(prefix + name);
                ours.remove(prefix + name);
            }
        }
    }

    private static Figure figure(ShapeKind kind, JsonNode columns, String prefix, int cluster) {
        return Figure.of(
                kind,
                kind.parameters().stream()
                        .mapToDouble(
                                name -> columns.get(prefix + name).get(cluster).asDouble())
                        .toArray());
    }

    private static void same(String where, JsonNode theirs, JsonNode ours, int digits) {
        if (theirs.isNumber()) {
            // Their mean angles are rounded to a thousandth of a degree.
            double tolerance = where.contains("_clusters_angle") || where.contains("_clusters_rotation")
                    ? Math.max(5.1e-4, Math.pow(10, -digits))
                    : Math.pow(10, -digits);
            assertEquals(theirs.asDouble(), ours.asDouble(), tolerance, where);
        } else if (theirs.isArray()) {
            assertEquals(theirs.size(), ours.size(), () -> where + ": " + theirs + " / " + ours);
            for (int i = 0; i < theirs.size(); i++) {
                same(where + '/' + i, theirs.get(i), ours.get(i), digits);
            }
        } else if (theirs.isObject()) {
            var names = new TreeSet<String>();
            theirs.fieldNames().forEachRemaining(names::add);
            names.remove("gold_standard");
            for (var name : names) {
                if (name.equals("user_ids")) {
                    theirs.get(name)
                            .forEach(id -> assertTrue(ours.get(name).toString().contains(id.asText("#"))));
                } else {
                    assertTrue(ours.has(name), where + '/' + name);
                    same(where + '/' + name, theirs.get(name), ours.get(name), digits);
                }
            }
        } else {
            assertEquals(theirs, ours, where);
        }
    }
}
