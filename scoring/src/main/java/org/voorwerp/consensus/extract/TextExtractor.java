package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Text that was written: `text`, and whether it was in gold-standard mode.
public record TextExtractor() implements Extractor {

    @Override
    public String name() {
        return "text_extractor";
    }

    @Override
    public List<ObjectNode> extract(Answered answered, String task) {
        return answered.first(task)
                .map(annotation -> annotation.path("value"))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(value -> List.of(JsonNodeFactory.instance
                        .objectNode()
                        .put("text", value.asText())
                        .put("gold_standard", answered.goldStandard())))
                .orElse(List.of());
    }
}
