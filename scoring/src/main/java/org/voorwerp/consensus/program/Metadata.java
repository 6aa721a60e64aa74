package org.voorwerp.consensus.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.panoptes.SubjectExport;

/// What a subject export says of subjects, as more columns of the consensus. Only what volunteers could see: hidden
/// metadata is at times the very truth.
///
/// @param columns `metadata.…`
/// @param cells by subject, in the order of the columns
record Metadata(List<String> columns, Map<String, List<String>> cells) {

    private static final int MOST_COLUMNS = 200;

    private static final Metadata NONE = new Metadata(List.of(), Map.of());

    /// @param file null where there is none
    static Metadata read(@Nullable Path file) throws IOException {
        if (file == null) {
            return NONE;
        }
        var names = new LinkedHashSet<String>();
        var shown = new HashMap<String, Map<String, String>>();
        SubjectExport.read(file, subject -> {
            subject.shown().keySet().stream()
                    .limit(Math.max(0, MOST_COLUMNS - names.size()))
                    .forEach(names::add);
            shown.put(subject.id(), subject.shown());
        });
        var cells = new HashMap<String, List<String>>();
        shown.forEach((subject, known) -> cells.put(
                subject,
                names.stream().map(name -> known.getOrDefault(name, "")).toList()));
        return new Metadata(names.stream().map(name -> "metadata." + name).toList(), cells);
    }

    List<String> of(String subject) {
        var known = cells.get(subject);
        if (known != null) {
            return known;
        }
        var empty = new ArrayList<String>();
        columns.forEach(_ -> empty.add(""));
        return empty;
    }
}
