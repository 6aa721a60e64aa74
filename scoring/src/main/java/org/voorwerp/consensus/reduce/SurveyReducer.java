package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.extract.ExtractRow;

/// One row for each choice of a survey: how often it was made, and how often each answer about it was given.
/// `total_vote_count` is the number of extracts, of which a volunteer who saw two kinds gives two.
public record SurveyReducer() implements SubjectReducer {

    @Override
    public String name() {
        return "survey_reducer";
    }

    @Override
    public List<ObjectNode> reduce(List<ExtractRow> extracts) {
        var rows = new LinkedHashMap<String, ObjectNode>();
        for (var extract : extracts) {
            var choice = extract.data().path("choice").asText();
            var row = rows.computeIfAbsent(
                    choice,
                    _ -> JsonNodeFactory.instance
                            .objectNode()
                            .put("choice", choice)
                            .put("total_vote_count", extracts.size())
                            .put("choice_count", 0));
            row.put("choice_count", row.get("choice_count").intValue() + 1);
            extract.data().properties().forEach(entry -> addAnswers(row, entry));
        }
        return List.copyOf(rows.values());
    }

    private static void addAnswers(ObjectNode row, Map.Entry<String, JsonNode> about) {
        if (!about.getValue().isObject()) {
            return;
        }
        var counts = row.withObjectProperty(about.getKey());
        about.getValue()
                .properties()
                .forEach(answer -> counts.put(
                        answer.getKey(),
                        counts.path(answer.getKey()).asLong()
                                + answer.getValue().asLong()));
    }
}
