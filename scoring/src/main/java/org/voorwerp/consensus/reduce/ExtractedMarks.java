package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.voorwerp.consensus.extract.Detail;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.extract.Figure;
import org.voorwerp.consensus.extract.Mark;
import org.voorwerp.consensus.extract.Mark.Format;
import org.voorwerp.consensus.extract.Marks;
import org.voorwerp.consensus.extract.Polyline;
import org.voorwerp.consensus.extract.Shape;
import org.voorwerp.consensus.extract.ShapeKind;

/// Reads marks from the columns of an extract, `frame0.T0_tool0_x` and the like; columns without a frame are of frame
/// 0. Marks that lack a number are left out.
final class ExtractedMarks {

    private static final Pattern TOOL = Pattern.compile("(T\\d+)_(toolIndex|tool)(\\d{1,6})(?=_)");
    private static final Pattern FRAME = Pattern.compile("frame(\\d{1,6})");

    private final ShapeKind kind;

    ExtractedMarks(ShapeKind kind) {
        this.kind = kind;
    }

    Marks of(ExtractRow extract) {
        var marks = new ArrayList<Mark>();
        boolean flat = true;
        for (var entry : extract.data().properties()) {
            var frame = FRAME.matcher(entry.getKey());
            if (frame.matches()) {
                flat = false;
                add(Integer.parseInt(frame.group(1)), entry.getValue(), marks);
            }
        }
        if (flat) {
            add(0, extract.data(), marks);
        }
        return new Marks(extract.subject(), extract.volunteer(), extract.classification(), marks);
    }

    private void add(int frame, JsonNode columns, List<Mark> marks) {
        for (var prefix : prefixes(columns)) {
            var tool = TOOL.matcher(prefix + '_');
            if (!tool.lookingAt()) {
                continue;
            }
            var format = tool.group(2).equals(Format.TOOL.word()) ? Format.TOOL : Format.TOOL_INDEX;
            int number = Integer.parseInt(tool.group(3));
            var first = kind.isPolyline() ? "_pathX" : '_' + kind.parameters().getFirst();
            for (int i = 0; i < columns.path(prefix + first).size(); i++) {
                var shapes = kind.isPolyline() ? line(columns, prefix, i) : figure(columns, prefix, i);
                for (var shape : shapes) {
                    marks.add(new Mark(tool.group(1), number, format, frame, shape, details(columns, prefix, i)));
                }
            }
        }
    }

    private static Set<String> prefixes(JsonNode columns) {
        var prefixes = new LinkedHashSet<String>();
        columns.fieldNames().forEachRemaining(name -> {
            var matcher = TOOL.matcher(name);
            if (matcher.lookingAt()) {
                prefixes.add(matcher.group());
            }
        });
        return prefixes;
    }

    /// One, or none where a number is missing.
    private List<Shape> figure(JsonNode columns, String prefix, int row) {
        var numbers = new double[kind.parameters().size()];
        for (int p = 0; p < numbers.length; p++) {
            var number = columns.path(prefix + '_' + kind.parameters().get(p)).path(row);
            if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
                return List.of();
            }
            numbers[p] = number.doubleValue();
        }
        return List.of(Figure.of(kind, numbers));
    }

    private List<Shape> line(JsonNode columns, String prefix, int row) {
        double[] x = numbers(columns.path(prefix + "_pathX").path(row));
        double[] y = numbers(columns.path(prefix + "_pathY").path(row));
        return x.length == 0 || x.length != y.length ? List.of() : List.of(new Polyline(kind, x, y, true));
    }

    private static double[] numbers(JsonNode list) {
        boolean complete = StreamSupport.stream(list.spliterator(), false)
                .allMatch(number -> number.isNumber() && Double.isFinite(number.doubleValue()));
        return complete
                ? StreamSupport.stream(list.spliterator(), false)
                        .mapToDouble(JsonNode::doubleValue)
                        .toArray()
                : new double[0];
    }

    private static List<Detail> details(JsonNode columns, String prefix, int row) {
        var details = new ArrayList<Detail>();
        columns.path(prefix + "_details").path(row).forEach(detail -> details.add(detail(detail)));
        for (int subtask = 0; columns.has(prefix + "_subtask" + subtask); subtask++) {
            details.add(detail(columns.path(prefix + "_subtask" + subtask).path(row)));
        }
        return details;
    }

    private static Detail detail(JsonNode detail) {
        if (detail.path("text").isTextual()) {
            return new Detail.Written(detail.path("text").textValue());
        }
        if (detail.path("slider_value").isNumber()) {
            return new Detail.Slid(detail.path("slider_value").doubleValue());
        }
        if (detail.path("value").isArray()) {
            var lists = new ArrayList<Map<String, Integer>>();
            detail.path("value").forEach(list -> lists.add(counts(list)));
            return new Detail.Selected(lists);
        }
        return detail.isObject() ? new Detail.Chosen(counts(detail)) : new Detail.Unread();
    }

    private static Map<String, Integer> counts(JsonNode counts) {
        var map = new LinkedHashMap<String, Integer>();
        counts.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asInt()));
        return map;
    }
}
