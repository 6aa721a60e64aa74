package org.voorwerp.consensus.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.voorwerp.table.Table;

/// What a file is, by its header.
enum InputKind {
    /// A classification export of the Zooniverse.
    EXPORT,
    /// A table of extracts, ours or of panoptes_aggregation.
    EXTRACTS,
    /// The click export of Ancient Lives.
    CLICKS,
    /// A table of votes already counted, one row a subject.
    COUNTS,
    /// A plain file of votes, one row a vote.
    LABELS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param counts whether columns of counted votes were named
    /// @param workflow whether a workflow was named: then it is an export, if a damaged one
    static InputKind of(Path file, boolean counts, boolean workflow) throws IOException {
        if (counts) {
            return COUNTS;
        }
        List<String> columns;
        try (var table = Table.open(file)) {
            columns = table.columns().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
        }
        if (columns.contains("extractor") && columns.contains("classification_id")) {
            return EXTRACTS;
        }
        if (columns.containsAll(List.of("fragment_id", "character", "x", "y"))) {
            return CLICKS;
        }
        return workflow || columns.contains("annotations") || columns.contains("workflow_id") ? EXPORT : LABELS;
    }
}
