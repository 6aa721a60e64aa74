package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Drop-down lists: `value` holds, for each list of the task, what was chosen and 1. The second front end knows tasks
/// of a single list only.
public record DropdownExtractor() implements Extractor {

    @Override
    public String name() {
        return "dropdown_extractor";
    }

    @Override
    public List<ObjectNode> extract(Answered answered, String task) {
        return answered.first(task)
                .map(annotation -> annotation.get("value"))
                .filter(value -> value.isNull() || value.isContainerNode())
                .map(value -> List.of(chosen(value)))
                .orElse(List.of());
    }

    static ObjectNode chosen(JsonNode value) {
        var data = JsonNodeFactory.instance.objectNode();
        var lists = data.putArray("value");
        if (value.isArray()) {
            value.forEach(list -> lists.addObject().put(QuestionExtractor.key(list.path("value")), 1));
        } else {
            // As the front end wrote it, or as the export words it.
            var selection = value.has("selection") ? value.get("selection") : value.path("value");
            lists.addObject().put(QuestionExtractor.key(selection), 1);
        }
        return data;
    }
}
