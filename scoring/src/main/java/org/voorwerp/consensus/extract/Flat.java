package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// Nested data as columns, and back: objects within objects become `data.frame0.T0_tool0_x`, lists are cells.
final class Flat {

    static final String PREFIX = "data.";

    private Flat() {}

    /// Column → value: a number, text, truth value or list.
    static Map<String, JsonNode> of(ObjectNode data) {
        var columns = new LinkedHashMap<String, JsonNode>();
        flatten("data", data, columns);
        return columns;
    }

    private static void flatten(String name, JsonNode value, Map<String, JsonNode> columns) {
        if (value.isObject()) {
            value.properties().forEach(entry -> flatten(name + '.' + entry.getKey(), entry.getValue(), columns));
        } else {
            columns.put(name, value);
        }
    }

    /// @param column begins with [#PREFIX]
    static void put(ObjectNode data, String column, JsonNode value) {
        var names = column.substring(PREFIX.length()).split("\\.", -1);
        var object = data;
        for (int i = 0; i < names.length - 1; i++) {
            var inner = object.get(names[i]);
            if (!(inner instanceof ObjectNode)) {
                inner = JsonNodeFactory.instance.objectNode();
                object.set(names[i], inner);
            }
            object = (ObjectNode) inner;
        }
        object.set(names[names.length - 1], value);
    }
}
