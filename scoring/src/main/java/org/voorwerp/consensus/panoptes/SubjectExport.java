package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// A subject export. It has a row for each subject, subject set and workflow; a subject is handed on once.
public final class SubjectExport {

    /// A subject.
    ///
    /// @param shown metadata that volunteers could see from the start
    /// @param hidden metadata whose names begin with `#`, `//` or `!`: hidden, or shown only afterwards, and
    ///     at times the very truth. Nobody gets them to see who does not ask for them by name
    /// @param locations where its images lie, in the order of frames
    public record Subject(String id, Map<String, String> shown, Map<String, String> hidden, List<String> locations) {}

    private SubjectExport() {}

    /// Hands on each subject where it first stands in the file.
    ///
    /// @throws TableException if it is no subject export, or a cell of it is no JSON
    public static void read(Path file, Consumer<Subject> subjects) throws IOException {
        try (var table = Table.open(file)) {
            int id = table.column("subject_id");
            int metadata = table.column("metadata");
            int locations = table.has("locations") ? table.column("locations") : -1;
            var seen = new HashSet<String>();
            for (var row : table) {
                if (seen.add(row.get(id))) {
                    subjects.accept(subject(row, id, metadata, locations));
                }
            }
        }
    }

    private static Subject subject(Row row, int id, int metadata, int locations) {
        var shown = new LinkedHashMap<String, String>();
        var hidden = new LinkedHashMap<String, String>();
        json(row, metadata).properties().forEach(entry -> {
            var name = entry.getKey().strip();
            boolean isHidden = name.startsWith("#") || name.startsWith("//") || name.startsWith("!");
            (isHidden ? hidden : shown).put(name, entry.getValue().asText());
        });
        var places = new ArrayList<String>();
        if (locations >= 0) {
            json(row, locations).forEach(place -> places.add(place.asText()));
        }
        return new Subject(row.get(id).strip(), shown, hidden, places);
    }

    private static JsonNode json(Row row, int column) {
        try {
            return Json.tree(row.get(column).isBlank() ? "{}" : row.get(column));
        } catch (JsonProcessingException e) {
            throw row.problem(column, "the cell is no proper JSON");
        }
    }
}
