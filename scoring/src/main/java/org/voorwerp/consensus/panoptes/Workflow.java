package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One version of a workflow: its tasks, and the texts in the language it was made in.
public final class Workflow {

    private final long id;
    private final WorkflowVersion version;
    private final JsonNode tasks;
    private final JsonNode strings;

    /// @param tasks in which texts are keys of `strings`; or, in old exports, texts
    Workflow(long id, WorkflowVersion version, JsonNode tasks, JsonNode strings) {
        this.id = id;
        this.version = version;
        this.tasks = tasks;
        this.strings = strings;
    }

    public long id() {
        return id;
    }

    public WorkflowVersion version() {
        return version;
    }

    /// The keys of its tasks, in their order.
    public List<String> tasks() {
        var keys = new ArrayList<String>();
        tasks.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /// The type of a task, such as `single`; empty where there is no such task.
    public Optional<String> type(String task) {
        var type = tasks.path(task).path("type");
        return type.isTextual() ? Optional.of(type.textValue()) : Optional.empty();
    }

    /// What a question asks; empty where there is none.
    public Optional<String> question(String task) {
        var asked = tasks.path(task);
        var text = asked.has("question") ? asked.get("question") : asked.path("instruction");
        return text.isTextual() ? Optional.of(text(text)) : Optional.empty();
    }

    /// The answers to a question, in the order of their indices; empty where there are none.
    public List<String> answers(String task) {
        var labels = new ArrayList<String>();
        tasks.path(task).path("answers").forEach(answer -> labels.add(text(answer.path("label"))));
        return labels;
    }

    /// The index of an answer as an export writes it: by its label, or as the index itself.
    public OptionalInt indexOf(String task, String answer) {
        var labels = answers(task);
        int index = labels.indexOf(answer);
        if (index < 0) {
            for (int i = 0; i < labels.size() && index < 0; i++) {
                boolean same = labels.get(i).strip().equals(answer.strip())
                        || Integer.toString(i).equals(answer);
                index = same ? i : -1;
            }
        }
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /// What a tool of a drawing task draws, such as `circle`; empty where there is no such tool.
    public Optional<String> toolType(String task, int tool) {
        var type = tasks.path(task).path("tools").path(tool).path("type");
        return type.isTextual() ? Optional.of(type.textValue()) : Optional.empty();
    }

    /// The label of a tool of a drawing task.
    public Optional<String> toolLabel(String task, int tool) {
        var label = tasks.path(task).path("tools").path(tool).path("label");
        return label.isTextual() ? Optional.of(text(label)) : Optional.empty();
    }

    private String text(JsonNode key) {
        return strings.path(key.asText()).asText(key.asText()).strip();
    }
}
