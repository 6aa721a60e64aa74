package org.voorwerp.server.challenge.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.voorwerp.table.Finding;

/// A place in challenge.yaml. What is not there, or is not what it should be, is simply empty: the schema has told
/// that already, and checks that need it have nothing to say.
record Place(YamlDocument document, String pointer, JsonNode node) {

    static Place root(YamlDocument document) {
        return new Place(document, "", document.tree());
    }

    Place get(String name) {
        return new Place(
                document,
                YamlDocument.inner(pointer, name),
                node.isObject() ? node.path(name) : MissingNode.getInstance());
    }

    boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    /// The items of a list; none if it is not one.
    List<Place> items() {
        return IntStream.range(0, node.isArray() ? node.size() : 0)
                .mapToObj(i -> new Place(document, pointer + "/" + i, node.get(i)))
                .toList();
    }

    /// What stands under which name, in order; nothing if this is no mapping.
    Map<String, Place> entries() {
        var entries = new LinkedHashMap<String, Place>();
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> entries.put(name, get(name)));
        }
        return entries;
    }

    Optional<String> text() {
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    /// The texts of a list, leaving out what is no text.
    List<String> texts() {
        return items().stream().flatMap(item -> item.text().stream()).toList();
    }

    Optional<Double> number() {
        return node.isNumber() ? Optional.of(node.doubleValue()) : Optional.empty();
    }

    /// A finding about this place, at its name if it has one.
    Finding finding(String message) {
        return document.at(pointer, message);
    }

    /// A finding about the value that stands here.
    Finding valueFinding(String message) {
        return document.atValue(pointer, message);
    }
}
