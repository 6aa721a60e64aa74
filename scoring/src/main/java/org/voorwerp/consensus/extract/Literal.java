package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.voorwerp.table.Decimal;

/// Values in the cells of extracts and reductions, which notebooks read with Python's `ast.literal_eval`: `12`, `1.5`,
/// `True`, `[1.0, None]`, `{'a': 1}`.
final class Literal {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Literal() {}

    /// A value as a cell; text and numbers stand for themselves.
    static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isTextual() || value.isNumber() ? value.asText() : written(value);
    }

    private static String written(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Literal::written)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> written(JsonNodeFactory.instance.textNode(entry.getKey())) + ": "
                            + written(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isNull()) {
            return "None";
        }
        return value.isBoolean() ? value.booleanValue() ? "True" : "False" : value.toString();
    }

    /// What a cell means: a number, list, dictionary or truth value if it is one, else text.
    static JsonNode value(String cell) {
        var bytes = cell.getBytes(StandardCharsets.UTF_8);
        double number = Decimal.parse(bytes, 0, bytes.length);
        if (!Double.isNaN(number)) {
            return number == Math.rint(number) && Math.abs(number) < 1L << 53
                    ? JsonNodeFactory.instance.numberNode((long) number)
                    : JsonNodeFactory.instance.numberNode(number);
        }
        boolean container = cell.startsWith("[") && cell.endsWith("]") || cell.startsWith("{") && cell.endsWith("}");
        if (container || cell.equals("True") || cell.equals("False") || cell.equals("None")) {
            try {
                return MAPPER.readTree(json(cell));
            } catch (JsonProcessingException _) {
                // Text that only looks like a list.
            }
        }
        return JsonNodeFactory.instance.textNode(cell);
    }

    /// Python's words outside quotes become those of JSON.
    private static String json(String python) {
        var json = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < python.length(); i++) {
            char c = python.charAt(i);
            if (quote != 0) {
                json.append(c);
                if (c == '\\' && i + 1 < python.length()) {
                    json.append(python.charAt(++i));
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (python.startsWith("None", i)) {
                json.append("null");
                i += 3;
            } else if (python.startsWith("True", i)) {
                json.append("true");
                i += 3;
            } else if (python.startsWith("False", i)) {
                json.append("false");
                i += 4;
            } else {
                quote = c == '"' || c == '\'' ? c : 0;
                json.append(c);
            }
        }
        return json.toString();
    }
}
