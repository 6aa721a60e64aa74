package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// A workflow export: every version of every workflow of a project. It tells which answer a label stood for when it
/// was given, since labels are reworded from version to version and indices are not.
public final class Workflows {

    private static final Comparator<WorkflowVersion> ORDER = Comparator.comparingInt(WorkflowVersion::major)
            .thenComparing(WorkflowVersion::minor, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Map<Long, TreeMap<WorkflowVersion, Workflow>> versions = new HashMap<>();

    private Workflows() {}

    /// @throws TableException if it is no workflow export, or a cell of it is no JSON
    public static Workflows read(Path file) throws IOException {
        var workflows = new Workflows();
        try (var table = Table.open(file)) {
            int id = table.column("workflow_id");
            int major = table.column("version");
            int minor = table.has("minor_version") ? table.column("minor_version") : -1;
            int tasks = table.column("tasks");
            int strings = table.has("strings") ? table.column("strings") : -1;
            for (var row : table) {
                var version = new WorkflowVersion(
                        Math.toIntExact(row.whole(major)), minor < 0 ? null : (Integer) (int) row.whole(minor));
                var workflow = new Workflow(
                        row.whole(id), version, json(row, tasks), strings < 0 ? json("{}") : json(row, strings));
                workflows
                        .versions
                        .computeIfAbsent(workflow.id(), _ -> new TreeMap<>(ORDER))
                        .put(version, workflow);
            }
        }
        return workflows;
    }

    private static JsonNode json(Row row, int column) {
        try {
            return row.get(column).isBlank() ? json("{}") : Json.tree(row.get(column));
        } catch (JsonProcessingException e) {
            throw row.problem(column, "the cell is no proper JSON");
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.tree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The workflow as it was at a version: that version; else the next minor one, whose tasks are the same; else
    /// the last of the same major version; else the next, else the last there is.
    ///
    /// @param version null for the last
    public Optional<Workflow> at(long id, @Nullable WorkflowVersion version) {
        var known = versions.get(id);
        if (known == null) {
            return Optional.empty();
        }
        if (version == null) {
            return Optional.of(known.lastEntry().getValue());
        }
        var next = known.ceilingEntry(version);
        var before = known.floorEntry(version);
        if (next == null
                || before != null
                        && next.getKey().major() != version.major()
                        && before.getKey().major() == version.major()) {
            next = before;
        }
        return next == null ? Optional.empty() : Optional.of(next.getValue());
    }

    /// The workflow as it is now.
    public Optional<Workflow> last(long id) {
        return at(id, null);
    }

    /// The index of an answer that was given under some version.
    public OptionalInt indexOf(long id, @Nullable WorkflowVersion version, String task, String answer) {
        return at(id, version).map(workflow -> workflow.indexOf(task, answer)).orElse(OptionalInt.empty());
    }

    /// The ids of all workflows.
    public List<Long> ids() {
        var ids = new ArrayList<>(versions.keySet());
        ids.sort(null);
        return ids;
    }
}
