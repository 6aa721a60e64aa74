package org.voorwerp.server.challenge.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;

/// The structure of challenge.yaml, which docs/reference/challenge.schema.json alone describes, with its violations
/// put
/// in plain sentences.
final class ChallengeSchema {

    /// Where the schema stands among the server's resources.
    static final String RESOURCE = "/challenge.schema.json";

    /// Rules about what stands inside of a part rather than the part itself.
    private static final Set<String> INSIDE = Set.of("required", "additionalProperties");

    private final JsonSchema schema = load();

    /// Names every part of the document that does not fit the schema, each once: what is no number needs not be told
    /// that it is too small.
    void check(YamlDocument document, Consumer<Finding> findings) {
        var told = new HashSet<String>();
        for (var message : schema.validate(document.tree())) {
            boolean aboutInside = INSIDE.contains(message.getType());
            if (aboutInside || told.add(message.getInstanceLocation().toString())) {
                findings.accept(finding(document, message));
            }
        }
    }

    private static JsonSchema load() {
        try (var in = Objects.requireNonNull(ChallengeSchema.class.getResourceAsStream(RESOURCE))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .formatAssertionsEnabled(true)
                    .build();
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text, InputFormat.JSON, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Finding finding(YamlDocument document, ValidationMessage message) {
        var at = message.getInstanceLocation().toString();
        var node = message.getInstanceNode();
        return switch (message.getType()) {
            // What is missing stands nowhere: the finding goes to what it is missing from.
            case "required" -> document.at(at, inside(at) + quoted(message.getProperty()) + " is missing");
            case "additionalProperties" ->
                document.at(
                        YamlDocument.inner(at, message.getProperty()),
                        "there is no " + quoted(message.getProperty()) + " here, only " + known(message));
            case "false" -> document.at(at, quoted(name(at)) + " does not belong to a task of this kind");
            case "minProperties", "maxProperties", "minItems", "maxItems" ->
                document.at(
                        at, size(at, message.getType(), message.getSchemaNode().asText(), node));
            default -> document.atValue(at, sentence(at, message, node));
        };
    }

    private String sentence(String at, ValidationMessage message, JsonNode node) {
        var what = "".equals(at) ? "the document" : quoted(name(at));
        var rule = message.getSchemaNode();
        return switch (message.getType()) {
            case "type" -> what + " must be " + types(rule) + ", not " + shown(node) + hint(rule, node);
            case "enum" -> what + " must be one of " + listed(rule) + ", not " + shown(node);
            case "const" -> what + " must be " + rule.asText() + ", not " + shown(node);
            case "pattern" -> what + " cannot be " + shown(node) + ": " + expected(message);
            case "minLength" -> what + " is empty";
            case "maxLength" ->
                what + " has " + node.asText().codePointCount(0, node.asText().length()) + " characters; at most "
                        + rule.asText() + " are allowed";
            case "minimum" -> what + " must be " + rule.asText() + " or more, not " + shown(node);
            case "maximum" -> what + " must be " + rule.asText() + " or less, not " + shown(node);
            case "exclusiveMinimum" -> what + " must be more than " + rule.asText() + ", not " + shown(node);
            case "exclusiveMaximum" -> what + " must be less than " + rule.asText() + ", not " + shown(node);
            case "uniqueItems" -> what + " names something twice" + twice(node);
            case "format" ->
                what + " must be a date and time with its zone, as in 2026-01-31T12:00:00Z, not " + shown(node);
            // A keyword new to the schema: the library's own words, until it gets a line here.
            default -> message.getError();
        };
    }

    private static String size(String at, String rule, String limit, JsonNode node) {
        if (at.equals("/truth")) {
            return "exactly one of classifications, votes and solution is expected here, not " + node.size();
        }
        var what = quoted(name(at));
        var words = rule.startsWith("min") ? " or more are expected" : " are allowed at most";
        return what + " has " + node.size() + (node.size() == 1 ? " entry; " : " entries; ") + limit + words;
    }

    /// What the schema's comment says of a pattern.
    private String expected(ValidationMessage message) {
        var rule = message.getSchemaLocation().getFragment().getParent().toString();
        return schema.getSchemaNode().at(rule).path("$comment").asText("another form is expected");
    }

    /// The names that the schema knows where an unknown one was found.
    private String known(ValidationMessage message) {
        var rule = message.getSchemaLocation().getFragment().getParent().toString();
        var names = new ArrayList<String>();
        schema.getSchemaNode().at(rule).path("properties").fieldNames().forEachRemaining(names::add);
        return String.join(", ", names);
    }

    private static String inside(String at) {
        return at.isEmpty() ? "" : "in " + quoted(name(at)) + ", ";
    }

    /// What a part is called: its name, or `metrics[2]` for an item of a list, counting from 1.
    private static String name(String at) {
        int slash = at.lastIndexOf('/');
        var last = at.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        return slash > 0 && last.matches("[0-9]+")
                ? name(at.substring(0, slash)) + "[" + (Integer.parseInt(last) + 1) + "]"
                : last;
    }

    private static String types(JsonNode rule) {
        return rule.isArray()
                ? StreamSupport.stream(rule.spliterator(), false)
                        .map(ChallengeSchema::types)
                        .collect(Collectors.joining(" or "))
                : switch (rule.asText()) {
                    case "string" -> "text";
                    case "integer" -> "a whole number";
                    case "number" -> "a number";
                    case "boolean" -> "true or false";
                    case "array" -> "a list";
                    default -> "a mapping of names to values";
                };
    }

    private static String hint(JsonNode rule, JsonNode node) {
        boolean numberForText = rule.asText().equals("string") && (node.isNumber() || node.isBoolean());
        return numberForText ? "; put it in quotes: \"" + node.asText() + "\"" : "";
    }

    private static String listed(JsonNode rule) {
        return StreamSupport.stream(rule.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static String twice(JsonNode list) {
        var counts = new TreeMap<String, Integer>();
        list.forEach(item -> counts.merge(item.asText(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> ": " + quoted(entry.getKey()))
                .findFirst()
                .orElse("");
    }

    private static String shown(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> "nothing";
            case ARRAY -> "a list";
            case OBJECT -> "a mapping";
            case STRING -> quoted(node.asText());
            default -> node.asText();
        };
    }

    private static String quoted(String text) {
        return Excerpt.of(text);
    }
}
