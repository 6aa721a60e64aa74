package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voorwerp.consensus.panoptes.Classification;

/// What one classification holds, as extractors see it.
///
/// @param annotations in the order of the row, those of combined tasks flat among them
/// @param metadata what the browser wrote
public record Answered(List<JsonNode> annotations, JsonNode metadata, boolean goldStandard) {

    public static Answered of(Classification classification) {
        return new Answered(
                classification.annotations(), classification.metadata(), classification.isGoldStandard());
    }

    /// Whether the second front end wrote it.
    boolean isSecondFormat() {
        return classifierVersion().startsWith("2");
    }

    String classifierVersion() {
        return metadata.path("classifier_version").asText("1.0");
    }

    /// The first annotation of a task, which is the one that counts where a workflow asks again.
    Optional<JsonNode> first(String task) {
        return annotations.stream()
                .filter(annotation -> annotation.path("task").asText().equals(task))
                .findFirst();
    }

    /// All annotations of a task.
    List<JsonNode> all(String task) {
        return annotations.stream()
                .filter(annotation -> annotation.path("task").asText().equals(task))
                .toList();
    }

    /// The answer to the subtask of a mark, where subtasks are annotations of their own.
    Optional<JsonNode> subtask(String key, int mark) {
        return annotations.stream()
                .filter(annotation -> annotation.path("task").asText().equals(key)
                        && annotation.path("markIndex").asInt(-1) == mark)
                .findFirst();
    }

    /// The keys of the tasks that are no subtasks, each once.
    List<String> tasks() {
        var keys = new ArrayList<String>();
        for (var annotation : annotations) {
            var key = annotation.path("task").asText();
            if (!annotation.has("markIndex") && !keys.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }
}
