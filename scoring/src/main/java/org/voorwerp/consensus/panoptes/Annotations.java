package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.table.CellBytes;

/// The cell `annotations`: a JSON list of what a volunteer answered to each task, where a combined task holds a list
/// of its own.
public final class Annotations {

    private final CellBytes cell;

    Annotations(CellBytes cell) {
        this.cell = cell;
    }

    /// What a volunteer said to a question.
    public sealed interface Answer {}

    /// One answer, by its label.
    public record Given(String label) implements Answer {}

    /// Nothing that could be a vote.
    public record Absent(Reason reason) implements Answer {}

    /// All annotations in their order, those of combined tasks in the place of these.
    ///
    /// @throws IOException if the cell is no JSON, or no list
    public List<JsonNode> all() throws IOException {
        var list = Json.tree(cell);
        requireList(list.isArray());
        var all = new ArrayList<JsonNode>();
        collect(list, all);
        return all;
    }

    private static void collect(JsonNode list, List<JsonNode> all) {
        for (var annotation : list) {
            if (!annotation.path("task").isTextual()) {
                continue;
            }
            var value = annotation.path("value");
            boolean combined = value.isArray()
                    && !value.isEmpty()
                    && value.get(0).path("task").isTextual()
                    && value.get(0).has("value");
            if (combined) {
                collect(value, all);
            } else {
                all.add(annotation);
            }
        }
    }

    /// The first answer to a task, also within a combined one. The whole cell is read, so that damage is seen, but no
    /// tree of it is made. [PlainAnnotations] do the same for most cells, faster.
    ///
    /// @param seen told the key of every task on the way
    /// @throws IOException if the cell is no JSON, or no list
    Answer answer(String task, Consumer<String> seen) throws IOException {
        try (var parser = Json.parser(cell)) {
            var scan = new Scan(parser, task, seen);
            requireList(parser.nextToken() == JsonToken.START_ARRAY);
            scan.list();
            if (parser.nextToken() != null) {
                throw new JsonProcessingException("something follows the list", parser.currentLocation()) {};
            }
            return scan.answer == null ? new Absent(Reason.NO_ANSWER) : scan.answer;
        }
    }

    /// JSON, but no list.
    static final class NoListException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static void requireList(boolean isList) throws NoListException {
        if (!isList) {
            throw new NoListException();
        }
    }

    private static final class Scan {

        private final JsonParser parser;
        private final String task;
        private final Consumer<String> seen;
        private @Nullable Answer answer;

        Scan(JsonParser parser, String task, Consumer<String> seen) {
            this.parser = parser;
            this.task = task;
            this.seen = seen;
        }

        /// Reads on to the end of a list of annotations.
        void list() throws IOException {
            for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT && answer == null) {
                    annotation();
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void annotation() throws IOException {
            String key = null;
            boolean valued = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var token = parser.nextToken();
                if (key == null && token == JsonToken.VALUE_STRING && name.equals("task")) {
                    key = parser.getText();
                    seen.accept(key);
                } else if (key != null && answer == null && name.equals("value")) {
                    valued = true;
                    value(key, token);
                } else {
                    parser.skipChildren();
                }
            }
            if (task.equals(key) && !valued) {
                answer = new Absent(Reason.NO_ANSWER);
            }
        }

        private void value(String key, JsonToken token) throws IOException {
            if (key.equals(task)) {
                answer = answerOf(token);
            } else if (token == JsonToken.START_ARRAY) {
                list();
            } else {
                parser.skipChildren();
            }
        }

        private Answer answerOf(JsonToken token) throws IOException {
            if (token.isScalarValue()) {
                var text = token == JsonToken.VALUE_NULL ? "" : parser.getText().strip();
                return text.isEmpty() ? new Absent(Reason.NO_ANSWER) : new Given(text);
            }
            if (token == JsonToken.START_OBJECT) {
                parser.skipChildren();
                return new Absent(Reason.NO_QUESTION);
            }
            var first = parser.nextToken();
            if (first == JsonToken.END_ARRAY) {
                return new Absent(Reason.NO_ANSWER);
            }
            boolean scalar = first.isScalarValue();
            var only = scalar ? answerOf(first) : new Absent(Reason.NO_QUESTION);
            parser.skipChildren();
            boolean alone = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                alone = false;
                parser.skipChildren();
            }
            return alone || !scalar ? only : new Absent(Reason.SEVERAL_ANSWERS);
        }
    }

    /// The subjects named in `subject_data`, joined by `;` as `subject_ids` does; null where there is none.
    static @Nullable String subjects(CellBytes subjectData) throws IOException {
        var ids = new ArrayList<String>();
        Json.tree(subjectData).fieldNames().forEachRemaining(ids::add);
        return ids.isEmpty() ? null : String.join(";", ids);
    }
}
