package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.voorwerp.table.Decimal;

/// A slider: `slider_value`, which front ends wrote as a number or as text.
public record SliderExtractor() implements Extractor {

    @Override
    public String name() {
        return "slider_extractor";
    }

    @Override
    public List<ObjectNode> extract(Answered answered, String task) {
        var value = answered.first(task)
                .map(annotation -> value(annotation.path("value")))
                .orElse(OptionalDouble.empty());
        return value.isEmpty()
                ? List.of()
                : List.of(JsonNodeFactory.instance.objectNode().put("slider_value", value.getAsDouble()));
    }

    static OptionalDouble value(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return OptionalDouble.empty();
        }
        var text = value.asText().getBytes(StandardCharsets.UTF_8);
        double number = Decimal.parse(text, 0, text.length);
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
