package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Ids of users as panoptes_aggregation writes them: numbers, null for whoever had no account.
final class UserIds {

    private UserIds() {}

    /// Changes the list `user_ids`, where there is one.
    static void asNumbers(ObjectNode data) {
        if (data.path("user_ids") instanceof ArrayNode ids) {
            for (int i = 0; i < ids.size(); i++) {
                ids.set(i, number(ids.path(i)));
            }
        }
    }

    private static JsonNode number(JsonNode id) {
        var nodes = JsonNodeFactory.instance;
        if (id.isNull() || id.asText().isBlank()) {
            return nodes.nullNode();
        }
        return id.asText().matches("\\d{1,18}") ? nodes.numberNode(Long.parseLong(id.asText())) : id;
    }
}
