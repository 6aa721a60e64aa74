package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lines of writing that were underlined and transcribed: for each frame the points under each line, its text and its
/// slope in degrees.
///
/// @param name `line_text_extractor` or `poly_line_text_extractor`
/// @param byWord whether a point stands between any two words, so that the text comes word by word; lines with
///     another number of points than that are left out
/// @param tools whose marks are read; empty for all
public record TextLineExtractor(String name, boolean byWord, Set<Integer> tools) implements Extractor {

    @Override
    public List<ObjectNode> extract(Answered answered, String task) {
        if (answered.first(task).isEmpty()) {
            return List.of();
        }
        var data = JsonNodeFactory.instance.objectNode();
        for (var annotation : answered.all(task)) {
            var lines = annotation.path("value");
            for (int i = 0; i < lines.size(); i++) {
                var tool = lines.get(i).has("tool")
                        ? lines.get(i).get("tool")
                        : lines.get(i).path("toolIndex");
                if (tools.isEmpty() || tools.contains(tool.asInt(-1))) {
                    add(data, lines.get(i), text(lines.get(i), i, answered), answered.goldStandard());
                }
            }
        }
        return List.of(data);
    }

    private static String text(JsonNode line, int index, Answered answered) {
        var detail = line.path("details").path(0);
        var key = detail.path("task");
        return key.isTextual()
                ? answered.subtask(key.textValue(), index)
                        .map(found -> found.path("value").asText(""))
                        .orElse("")
                : detail.path("value").asText("");
    }

    private void add(ObjectNode data, JsonNode line, String text, boolean gold) {
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        if (line.path("points").isArray()) {
            line.get("points").forEach(point -> {
                x.add(point.path("x").asDouble(Double.NaN));
                y.add(point.path("y").asDouble(Double.NaN));
            });
        } else {
            for (var end : new String[] {"1", "2"}) {
                x.add(line.path("x" + end).asDouble(Double.NaN));
                y.add(line.path("y" + end).asDouble(Double.NaN));
            }
        }
        var words = byWord ? List.of(text.split(" ")) : List.of(text);
        if (x.size() < 2 || x.contains(Double.NaN) || y.contains(Double.NaN) || words.size() + 1 != x.size()) {
            return;
        }
        var frame = data.withObjectProperty("frame" + line.path("frame").asInt(0));
        var points = frame.withObjectProperty("points");
        addAll(points.withArrayProperty("x").addArray(), x);
        addAll(points.withArrayProperty("y").addArray(), y);
        var texts = frame.withArrayProperty("text").addArray();
        words.forEach(texts::add);
        frame.withArrayProperty("slope").add(slope(x, y));
        frame.put("gold_standard", gold);
    }

    private static void addAll(ArrayNode array, List<Double> numbers) {
        numbers.forEach(array::add);
    }

    /// The direction of the straight line fitted to the points, from the first to the last, in degrees; vertical
    /// points point up or down.
    private static double slope(List<Double> x, List<Double> y) {
        int n = x.size();
        double meanX = x.stream().mapToDouble(v -> v).sum() / n;
        double meanY = y.stream().mapToDouble(v -> v).sum() / n;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x.get(i) - meanX) * (x.get(i) - meanX);
            xy += (x.get(i) - meanX) * (y.get(i) - meanY);
        }
        double width = x.getLast() - x.getFirst();
        double height = xx == 0 ? y.getLast() - y.getFirst() : xy / xx * width;
        // Not -0.0, which would point to -180 degrees.
        return Math.toDegrees(Math.atan2(height + 0.0, width));
    }
}
