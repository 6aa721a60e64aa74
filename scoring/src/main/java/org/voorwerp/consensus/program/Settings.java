package org.voorwerp.consensus.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// Settings as they are given on the command line: `eps=5`, `pairs=true`, `tools=[0,1]`, or plain text.
final class Settings {

    private static final JsonMapper JSON = new JsonMapper();

    private Settings() {}

    /// As the configurations of panoptes_aggregation have them.
    static ObjectNode json(Map<String, String> given) {
        var settings = JsonNodeFactory.instance.objectNode();
        given.forEach((name, value) -> settings.set(name, value(value)));
        return settings;
    }

    /// As the parameters of a model.
    static Map<String, Object> parameters(Map<String, String> given) {
        var parameters = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> parameters.put(name, JSON.convertValue(value(value), Object.class)));
        return parameters;
    }

    private static JsonNode value(String text) {
        try {
            var value = JSON.readTree(text);
            return value == null || value.isMissingNode() ? JsonNodeFactory.instance.textNode(text) : value;
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
