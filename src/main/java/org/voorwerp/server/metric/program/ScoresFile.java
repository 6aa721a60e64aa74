package org.voorwerp.server.metric.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.voorwerp.server.metric.MetricFault;

/// What a program wrote: scores.json, an object of names and numbers, or CodaLab's scores.txt, lines of `name: number`.
record ScoresFile(Map<String, Double> scores) {

    private static final ObjectReader JSON = JsonMapper.builder()
            // Python writes NaN; it is to be told so, not that the file is broken.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build()
            .readerFor(JsonNode.class);

    /// @throws MetricFault if there is no finite number of that name
    double score(String name) {
        var score = scores.get(name);
        if (score == null) {
            throw new MetricFault(
                    "the program gives no number called " + name + ", only " + String.join(", ", scores.keySet()));
        }
        if (!Double.isFinite(score)) {
            throw new MetricFault("the program gives " + score + " for " + name + ", which is no score");
        }
        return score;
    }

    static ScoresFile json(byte[] bytes) {
        JsonNode document;
        try {
            document = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new MetricFault("scores.json is no JSON: " + e.getOriginalMessage());
        }
        if (!document.isObject()) {
            throw new MetricFault("scores.json must hold an object, e.g. {\"accuracy\": 0.5}");
        }
        var scores = new TreeMap<String, Double>();
        document.properties().forEach(entry -> {
            if (entry.getValue().isNumber()) {
                scores.put(entry.getKey(), entry.getValue().doubleValue());
            }
        });
        return new ScoresFile(scores);
    }

    static ScoresFile lines(byte[] bytes) {
        var scores = new TreeMap<String, Double>();
        new String(bytes, StandardCharsets.UTF_8).lines().forEach(line -> {
            int colon = line.lastIndexOf(':');
            if (colon > 0) {
                try {
                    scores.put(
                            line.substring(0, colon).strip(),
                            Double.valueOf(line.substring(colon + 1).strip()));
                } catch (NumberFormatException e) {
                    // Names that no metric asks for may hold what they like.
                }
            }
        });
        return new ScoresFile(scores);
    }
}
