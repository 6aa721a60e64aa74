package org.voorwerp.consensus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Tally.Reason;

/// Reads the JSON in the cells of a Panoptes export: `annotations`, `metadata` and `subject_data`.
final class Annotations {

    /// Browsers wrote `NaN` for coordinates.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// What a volunteer said to a task.
    sealed interface Answer {}

    /// One answer, by its label.
    record Given(String label) implements Answer {}

    /// Nothing that could be a vote.
    record Absent(Reason reason) implements Answer {}

    private Annotations() {}

    /// The first answer to a task, also inside a combo task.
    ///
    /// @param annotations a JSON list of annotations
    /// @param seen told the key of every task on the way
    /// @throws JsonProcessingException if it is no JSON, or no list
    static Answer answer(String annotations, String task, Consumer<String> seen) throws JsonProcessingException {
        var list = JSON.readTree(annotations);
        if (!list.isArray()) {
            throw new JsonProcessingException("it is no list of annotations") {};
        }
        var annotation = find(list, task, seen);
        return annotation == null ? new Absent(Reason.NO_ANSWER) : answer(annotation.path("value"));
    }

    private static @Nullable JsonNode find(JsonNode list, String task, Consumer<String> seen) {
        for (var annotation : list) {
            var key = annotation.path("task");
            if (!key.isTextual()) {
                continue;
            }
            seen.accept(key.textValue());
            if (key.textValue().equals(task)) {
                return annotation;
            }
            var value = annotation.path("value");
            var inner = value.isArray() ? find(value, task, seen) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    private static Answer answer(JsonNode value) {
        if (value.isArray()) {
            return switch (value.size()) {
                case 0 -> new Absent(Reason.NO_ANSWER);
                case 1 -> value.get(0).isArray() ? new Absent(Reason.NO_QUESTION) : answer(value.get(0));
                default -> new Absent(value.get(0).isValueNode() ? Reason.SEVERAL_ANSWERS : Reason.NO_QUESTION);
            };
        }
        if (value.isMissingNode()
                || value.isNull()
                || value.isValueNode() && value.asText().isBlank()) {
            return new Absent(Reason.NO_ANSWER);
        }
        return value.isValueNode() ? new Given(value.asText().strip()) : new Absent(Reason.NO_QUESTION);
    }

    /// Whether a classification was made before the project's launch.
    static boolean beforeLaunch(String metadata) throws IOException {
        try (var parser = JSON.createParser(metadata)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("live_project");
                var value = parser.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_FALSE;
                }
                parser.skipChildren();
            }
            return false;
        }
    }

    /// The subjects named in `subject_data`, joined by `;` as `subject_ids` does; null where there is none.
    static @Nullable String subjects(String subjectData) throws JsonProcessingException {
        var data = JSON.readTree(subjectData);
        var ids = new ArrayList<String>();
        data.fieldNames().forEachRemaining(ids::add);
        return ids.isEmpty() ? null : String.join(";", ids);
    }
}
