package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// A survey: one object for each thing seen, with what was answered about it.
public record SurveyExtractor() implements Extractor {

    @Override
    public String name() {
        return "survey_extractor";
    }

    @Override
    public List<ObjectNode> extract(Answered answered, String task) {
        var rows = new ArrayList<ObjectNode>();
        answered.first(task).map(annotation -> annotation.path("value")).ifPresent(value -> {
            for (var seen : value) {
                if (seen.path("choice").isTextual()) {
                    rows.add(row(seen));
                }
            }
        });
        return rows;
    }

    private static ObjectNode row(JsonNode seen) {
        var row = JsonNodeFactory.instance.objectNode();
        row.put("choice", Slug.of(seen.get("choice").textValue()));
        seen.path("answers").properties().forEach(answer -> {
            row.set("answers_" + Slug.of(answer.getKey()), QuestionExtractor.votes(answer.getValue()));
        });
        return row;
    }
}
