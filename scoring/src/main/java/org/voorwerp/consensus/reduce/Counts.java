package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.extract.ExtractRow;

/// Votes for each answer, in the order in which answers are first seen.
///
/// @param votes answer → number of votes
/// @param voters answer → who voted for it, as ids; null for a volunteer without one
record Counts(Map<String, Long> votes, Map<String, List<JsonNode>> voters) {

    /// @param pairs whether answers given together are an answer of their own, `a+b`
    static Counts of(List<ExtractRow> extracts, boolean pairs) {
        var counts = new Counts(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (var extract : extracts) {
            var given = answers(extract.data());
            if (pairs && !given.isEmpty()) {
                counts.add(String.join("+", given.keySet().stream().sorted().toList()), 1, extract);
            } else {
                given.forEach((answer, times) -> counts.add(answer, times, extract));
            }
        }
        return counts;
    }

    private static Map<String, Long> answers(ObjectNode data) {
        var answers = new LinkedHashMap<String, Long>();
        data.properties().forEach(entry -> {
            if (entry.getValue().isNumber()) {
                answers.put(entry.getKey(), entry.getValue().longValue());
            }
        });
        return answers;
    }

    private void add(String answer, long times, ExtractRow extract) {
        votes.merge(answer, times, Long::sum);
        voters.computeIfAbsent(answer, _ -> new ArrayList<>()).add(id(extract.userId()));
    }

    private static JsonNode id(String userId) {
        if (userId.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        return userId.matches("\\d{1,18}")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(userId))
                : JsonNodeFactory.instance.textNode(userId);
    }

    long sum() {
        return votes.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The answers with the most votes: several where they are tied, none where nobody voted.
    List<String> mostVoted() {
        long most = votes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return votes.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
    }

    long most() {
        return votes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        votes.forEach(json::put);
        return json;
    }
}
