package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.extract.Mark.Format;

/// Marks that were drawn, in the formats of both front ends.
///
/// @param name as panoptes_aggregation has it, e.g. `shape_extractor`
/// @param shape which kind of shape is read; null for whatever each mark is
/// @param tools whose marks are read; empty for all
/// @param details which subtasks are read how, see [Subtask#all]
/// @param layout how the columns are named
public record DrawingExtractor(
        String name, @Nullable ShapeKind shape, Set<Integer> tools, Map<String, List<Subtask>> details, Layout layout)
        implements Extractor {

    /// How the columns are named.
    public enum Layout {
        /// `frame0.T0_tool0_x`
        FRAMES,
        /// `T0_tool0_x`: images are not told apart.
        FLAT,
        /// As [#FRAMES], and each frame says whether it was made in gold-standard mode.
        FRAMES_WITH_GOLD
    }

    /// All marks of one kind.
    public static DrawingExtractor of(ShapeKind shape) {
        return new DrawingExtractor("shape_extractor_" + shape.word(), shape, Set.of(), Map.of(), Layout.FRAMES);
    }

    /// All marks, whatever they are.
    public static DrawingExtractor all() {
        return new DrawingExtractor("shape_extractor", null, Set.of(), Map.of(), Layout.FRAMES);
    }

    @Override
    public List<ObjectNode> extract(Answered answered, String task) {
        return answered.first(task).isEmpty()
                ? List.of()
                : List.of(MarkColumns.of(marks(answered, task), this, answered));
    }

    /// The marks of a task, in their order. Those without all numbers of their kind are left out.
    public List<Mark> marks(Answered answered, String task) {
        var marks = new ArrayList<Mark>();
        for (var annotation : answered.all(task)) {
            var values = annotation.path("value");
            for (int i = 0; i < values.size(); i++) {
                var mark = mark(values.path(i), i, task, answered);
                if (mark != null) {
                    marks.add(mark);
                }
            }
        }
        return marks;
    }

    private @Nullable Mark mark(JsonNode value, int index, String task, Answered answered) {
        var format = value.has("tool") ? Format.TOOL : Format.TOOL_INDEX;
        int tool = value.path(format.word()).asInt(-1);
        if (tool < 0 || !tools.isEmpty() && !tools.contains(tool)) {
            return null;
        }
        var read = shape(value, answered.tool(task, tool));
        if (read.isEmpty()) {
            return null;
        }
        int frame = value.path("frame").asInt(0);
        return new Mark(task, tool, format, frame, read.get(), details(value, index, answered, task, tool));
    }

    /// A tool may have drawn something else under another version, so what the workflow says is held against the mark.
    private Optional<Shape> shape(JsonNode value, Optional<ShapeKind> tool) {
        if (shape != null) {
            return ShapeReader.read(value, shape);
        }
        return tool.flatMap(kind -> ShapeReader.read(value, kind)).or(() -> {
            var kind = ShapeReader.kind(value);
            return kind == null ? Optional.empty() : ShapeReader.read(value, kind);
        });
    }

    private List<Detail> details(JsonNode value, int index, Answered answered, String task, int tool) {
        var read = new ArrayList<Detail>();
        var given = value.path("details");
        for (int i = 0; i < given.size(); i++) {
            var key = given.get(i).path("task");
            read.add(
                    key.isTextual()
                            ? apart(key.textValue(), index, answered)
                            : within(given.get(i), i, task + "_tool" + tool));
        }
        return read;
    }

    /// A subtask's answer within its mark. Where nobody says what it is, text is known as text and the rest as the
    /// answer to a question.
    private Detail within(JsonNode answer, int index, String prefix) {
        var known = details.get(prefix);
        if (known != null) {
            return (index < known.size() ? known.get(index) : Subtask.OTHER).read(answer);
        }
        return (answer.path("value").isTextual() ? Subtask.TEXT : Subtask.QUESTION).read(answer);
    }

    /// A subtask's answer as an annotation of its own, which says of what type it is.
    private Detail apart(String key, int index, Answered answered) {
        var found = answered.subtask(key, index);
        if (found.isEmpty()) {
            return new Detail.Unread();
        }
        var known = details.get(subtaskColumn(key));
        var subtask =
                known == null ? Subtask.ofType(found.get().path("taskType").asText()) : known.getFirst();
        return subtask.read(found.get());
    }

    /// `T0.1.2` → `T0_toolIndex1_subtask2`
    private static String subtaskColumn(String key) {
        var parts = key.split("\\.", -1);
        return parts.length == 3 ? parts[0] + "_toolIndex" + parts[1] + "_subtask" + parts[2] : key;
    }
}
