package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A question of one or several answers: for each answer given its name and 1; `None` for a question shown and not
/// answered, nothing at all where several answers were allowed and none was given. Shortcuts are read the same way.
public record QuestionExtractor() implements Extractor {

    @Override
    public String name() {
        return "question_extractor";
    }

    @Override
    public List<ObjectNode> extract(Answered answered, String task) {
        return answered.first(task)
                .map(annotation -> annotation.get("value"))
                .filter(QuestionExtractor::isAnswer)
                .map(value -> List.of(votes(value)))
                .orElse(List.of());
    }

    private static boolean isAnswer(JsonNode value) {
        if (value.isArray()) {
            for (var one : value) {
                if (!one.isValueNode()) {
                    return false;
                }
            }
            return true;
        }
        return value.isValueNode();
    }

    /// Answer → 1.
    static ObjectNode votes(JsonNode value) {
        var votes = JsonNodeFactory.instance.objectNode();
        if (value.isArray()) {
            value.forEach(answer -> votes.put(key(answer), 1));
        } else {
            votes.put(key(value), 1);
        }
        return votes;
    }

    static String key(JsonNode answer) {
        return answer.isNull() || answer.isMissingNode() ? Slug.NONE : Slug.of(answer.asText());
    }
}
