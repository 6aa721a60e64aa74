package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.panoptes.Classification;
import org.voorwerp.consensus.panoptes.Workflow;

/// What one classification holds, as extractors see it.
///
/// @param annotations in the order of the row, those of combined tasks flat among them
/// @param metadata what the browser wrote
/// @param workflow in the version under which it was made; null where nobody knows
public record Answered(
        List<JsonNode> annotations,
        JsonNode metadata,
        boolean goldStandard,
        @Nullable Workflow workflow) {

    /// What a classification that is being read holds.
    public static Answered of(Classification classification, @Nullable Workflow workflow) {
        return new Answered(
                classification.annotations(), classification.metadata(), classification.isGoldStandard(), workflow);
    }

    /// What a tool draws, where the workflow is known.
    Optional<ShapeKind> tool(String task, int tool) {
        return workflow == null
                ? Optional.empty()
                : workflow.toolType(task, tool).flatMap(ShapeKind::of);
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
}
