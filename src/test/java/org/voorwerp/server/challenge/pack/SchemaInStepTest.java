package org.voorwerp.server.challenge.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.voorwerp.baseline.Baseline;
import org.voorwerp.consensus.Recipe;
import org.voorwerp.consensus.crowd.CrowdModels;
import org.voorwerp.consensus.open.OpenReducer;
import org.voorwerp.server.challenge.Definition;

/// The schema and the records say the same.
class SchemaInStepTest {

    private static final KebabCaseStrategy NAMES = (KebabCaseStrategy) PropertyNamingStrategies.KEBAB_CASE;

    private final JsonNode schema;
    private final Set<Class<?>> seen = new HashSet<>();

    SchemaInStepTest() throws IOException {
        schema = new ObjectMapper()
                .readTree(Path.of("..", "docs", "reference", "challenge.schema.json")
                        .toFile());
    }

    @Test
    void everyPropertyOfTheOneIsInTheOther() {
        compare(Definition.class, schema, "");
        assertEquals(
                Arrays.stream(Definition.class.getDeclaredClasses())
                        .filter(Class::isRecord)
                        .count(),
                seen.size() - 1,
                "every record was compared");
    }

    @Test
    void everyPropertyIsDescribed() {
        assertDescribed(schema, "");
    }

    @Test
    void theServerReadsTheSchemaThatEditorsRead() throws IOException {
        try (var in = ChallengeSchema.class.getResourceAsStream(ChallengeSchema.RESOURCE)) {
            assertEquals(schema, new ObjectMapper().readTree(in));
        }
    }

    @Test
    void theSchemaKnowsAllBaselines() {
        var words = schema.at("/properties/baselines/items/enum");
        assertEquals(
                Baseline.ALL.stream().map(Baseline::name).toList(),
                List.of(new ObjectMapper().convertValue(words, String[].class)));
    }

    @Test
    void theSchemaKnowsAllReducers() {
        var words = List.of(new ObjectMapper().convertValue(schema.at("/$defs/reducer/enum"), String[].class));
        var reducers = new TreeSet<String>();
        reducers.add("plurality");
        CrowdModels.builtIn().all().forEach(model -> reducers.add(model.name()));

        assertEquals(reducers, new TreeSet<>(words));

        var ofExports = schema.at("/$defs/classifications/properties/reducer/enum");
        reducers.addAll(OpenReducer.names());
        assertEquals(reducers, new TreeSet<>(List.of(new ObjectMapper().convertValue(ofExports, String[].class))));
        var extractors = schema.at("/$defs/classifications/properties/extractor/enum");
        assertEquals(
                Arrays.stream(Recipe.Reading.values()).map(Recipe.Reading::word).toList(),
                List.of(new ObjectMapper().convertValue(extractors, String[].class)));
    }

    private void compare(Class<?> type, JsonNode rule, String at) {
        seen.add(type);
        var inSchema = new TreeSet<String>();
        rule.path("properties").fieldNames().forEachRemaining(inSchema::add);
        var inRecord = new TreeSet<String>();
        for (var component : type.getRecordComponents()) {
            var name = name(component);
            inRecord.add(name);
            compareInside(
                    component.getGenericType(), resolved(rule.path("properties").path(name)), at + "/" + name);
        }
        assertEquals(inRecord, inSchema, "at " + at);
        assertEquals("false", rule.path("additionalProperties").asText(), "at " + at);
    }

    private void compareInside(Type type, JsonNode rule, String at) {
        if (type instanceof Class<?> plain && plain.isRecord()) {
            compare(plain, rule, at);
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            compareInside(list.getActualTypeArguments()[0], resolved(rule.path("items")), at + "[]");
        }
    }

    private void assertDescribed(JsonNode rule, String at) {
        rule.path("properties").properties().forEach(property -> {
            var inner = property.getValue();
            boolean described = inner.has("description") || resolved(inner).has("description") || inner.isBoolean();
            assertTrue(described, "no description at " + at + "/" + property.getKey());
            assertDescribed(resolved(inner), at + "/" + property.getKey());
        });
        if (rule.has("items")) {
            assertDescribed(resolved(rule.get("items")), at + "[]");
        }
    }

    private JsonNode resolved(JsonNode rule) {
        return rule.has("$ref") ? schema.at(rule.get("$ref").asText().substring(1)) : rule;
    }

    private static String name(RecordComponent component) {
        // Annotations of a record's component go to its accessor.
        var given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? NAMES.translate(component.getName()) : given.value();
    }
}
