package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.voorwerp.consensus.RealData;

/// Inputs with the outputs that the tests of the Zooniverse's own aggregation expect.
public final class Vectors {

    private Vectors() {}

    /// Those of `extractor_tests` or `reducer_tests`.
    public static List<JsonNode> of(String folder) throws IOException {
        var all = new ObjectMapper()
                .readTree(RealData.file("panoptes-aggregation/vectors.json").toFile());
        var some = new ArrayList<JsonNode>();
        for (var vector : all.get("vectors")) {
            if (vector.get("file").asText().startsWith(folder)) {
                some.add(vector);
            }
        }
        return some;
    }

    /// Where two values differ by more than rounding; keys in any order.
    public static List<String> differences(String where, JsonNode expected, JsonNode found) {
        if (expected.isNumber() && found.isNumber()) {
            return Math.abs(expected.doubleValue() - found.doubleValue()) <= 1e-6 ? List.of() : List.of(where);
        }
        if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
            var all = new ArrayList<String>();
            for (int i = 0; i < expected.size(); i++) {
                all.addAll(differences(where + '[' + i + ']', expected.get(i), found.get(i)));
            }
            return all;
        }
        if (expected.isObject() && found.isObject()) {
            var all = new ArrayList<String>();
            found.fieldNames().forEachRemaining(key -> {
                if (!expected.has(key)) {
                    all.add(where + '.' + key + " is too much");
                }
            });
            expected.properties()
                    .forEach(entry -> all.addAll(
                            differences(where + '.' + entry.getKey(), entry.getValue(), found.path(entry.getKey()))));
            return all;
        }
        return expected.equals(found) ? List.of() : List.of(where);
    }
}
