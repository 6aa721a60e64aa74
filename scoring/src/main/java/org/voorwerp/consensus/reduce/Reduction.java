package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.extract.WideTable;

/// Gathers extracts by subject and task and reduces each group: time and memory grow with the number of extracts.
public final class Reduction {

    /// The columns before those of the data.
    public static final List<String> COLUMNS = List.of("subject_id", "workflow_id", "task", "reducer");

    private final SubjectReducer reducer;
    private final Repeats repeats;
    private final Map<Key, List<ExtractRow>> groups = new HashMap<>();
    private long left;

    private record Key(String subject, String workflow, String task) {}

    /// A row of the reduction.
    public record Reduced(String subject, String workflow, String task, ObjectNode data) {}

    public Reduction(SubjectReducer reducer, Repeats repeats) {
        this.reducer = reducer;
        this.repeats = repeats;
    }

    public void add(ExtractRow extract) {
        groups.computeIfAbsent(new Key(extract.subject(), extract.workflow(), extract.task()), _ -> new ArrayList<>(4))
                .add(extract);
    }

    /// Extracts that [#rows()] left out because their volunteer had classified the subject before, or did again.
    public long repeats() {
        return left;
    }

    /// The rows, ordered by subject and task; ids that are numbers in the order of numbers.
    public List<Reduced> rows() {
        left = 0;
        var keys = new ArrayList<>(groups.keySet());
        keys.sort(Comparator.<Key>comparingInt(key -> key.subject().length())
                .thenComparing(Key::subject)
                .thenComparing(Key::task)
                .thenComparing(Key::workflow));
        var rows = new ArrayList<Reduced>();
        for (var key : keys) {
            var all = groups.getOrDefault(key, List.of());
            var counting = Repeated.resolve(all, repeats);
            left += all.size() - counting.size();
            for (var data : reducer.reduce(counting)) {
                rows.add(new Reduced(key.subject(), key.workflow(), key.task(), data));
            }
        }
        return rows;
    }

    /// Writes the rows as panoptes_aggregation does.
    public void write(Path file) throws IOException {
        try (var table = new WideTable(file, COLUMNS)) {
            for (var row : rows()) {
                table.add(List.of(row.subject(), row.workflow(), row.task(), reducer.name()), row.data());
            }
            table.finish();
        }
    }
}
