package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.cluster.TooManyException;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.extract.WideTable;
import org.voorwerp.consensus.text.TextTooLongException;

/// Gathers extracts by subject and task and reduces each group: time and memory grow with the number of extracts.
public final class Reduction {

    /// The columns before those of the data.
    public static final List<String> COLUMNS = List.of("subject_id", "workflow_id", "task", "reducer");

    private final SubjectReducer reducer;
    private final Repeats repeats;
    private final Map<Key, List<ExtractRow>> groups = new HashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private final int minimumVolunteers;
    private long left;
    private int few;

    private record Key(String subject, String workflow, String task) {}

    /// A subject that could not be reduced.
    ///
    /// @param why most often that there is more of something than can be compared
    public record Refused(String subject, String task, String why) {}

    /// A row of the reduction.
    public record Reduced(String subject, String workflow, String task, ObjectNode data) {}

    public Reduction(SubjectReducer reducer, Repeats repeats) {
        this(reducer, repeats, 1);
    }

    /// @param minimumVolunteers subjects with fewer are left out
    public Reduction(SubjectReducer reducer, Repeats repeats, int minimumVolunteers) {
        this.reducer = reducer;
        this.repeats = repeats;
        this.minimumVolunteers = minimumVolunteers;
    }

    public void add(ExtractRow extract) {
        groups.computeIfAbsent(new Key(extract.subject(), extract.workflow(), extract.task()), _ -> new ArrayList<>(4))
                .add(extract);
    }

    /// Extracts that [#rows()] left out because their volunteer had classified the subject before, or did again.
    public long repeats() {
        return left;
    }

    /// The subjects that [#rows()] left out because they could not be reduced, in the order of rows: one of them is no
    /// reason to do without all others.
    public List<Refused> refused() {
        return List.copyOf(refused);
    }

    /// Subjects that [#rows()] left out because too few volunteers saw them.
    public int few() {
        return few;
    }

    /// How many subjects and tasks there are.
    public int groups() {
        return groups.size();
    }

    /// The rows, ordered by subject and task; ids that are numbers in the order of numbers.
    public List<Reduced> rows() {
        return rows(_ -> {});
    }

    /// The same.
    ///
    /// @param progress told after each subject how many are done
    public List<Reduced> rows(IntConsumer progress) {
        left = 0;
        few = 0;
        refused.clear();
        var keys = new ArrayList<>(groups.keySet());
        keys.sort(Comparator.<Key>comparingInt(key -> key.subject().length())
                .thenComparing(Key::subject)
                .thenComparing(Key::task)
                .thenComparing(Key::workflow));
        var rows = new ArrayList<Reduced>();
        int done = 0;
        for (var key : keys) {
            progress.accept(++done);
            var all = groups.getOrDefault(key, List.of());
            var counting = Repeated.resolve(all, repeats);
            left += all.size() - counting.size();
            if (minimumVolunteers > 1 && volunteers(counting) < minimumVolunteers) {
                few++;
                continue;
            }
            try {
                for (var data : reducer.reduce(counting)) {
                    rows.add(new Reduced(key.subject(), key.workflow(), key.task(), data));
                }
            } catch (TooManyException | TextTooLongException | IllegalArgumentException e) {
                refused.add(new Refused(key.subject(), key.task(), String.valueOf(e.getMessage())));
            }
        }
        return rows;
    }

    private static long volunteers(List<ExtractRow> extracts) {
        return extracts.stream().map(ExtractRow::volunteer).distinct().count();
    }

    /// Writes the rows as panoptes_aggregation does.
    public void write(Path file) throws IOException {
        write(file, reducer.name(), rows(), List.of(), _ -> List.of());
    }

    /// Writes rows as they come.
    ///
    /// @param more columns that stand after those of every reduction
    /// @param cells of these, by subject
    /// @return how many there were
    public static int write(
            Path file, String reducer, Iterable<Reduced> rows, List<String> more, Function<String, List<String>> cells)
            throws IOException {
        int written = 0;
        try (var table = new WideTable(
                file, Stream.concat(COLUMNS.stream(), more.stream()).toList())) {
            for (var row : rows) {
                var fixed = new ArrayList<>(List.of(row.subject(), row.workflow(), row.task(), reducer));
                fixed.addAll(cells.apply(row.subject()));
                table.add(fixed, row.data());
                written++;
            }
            table.finish();
        }
        return written;
    }
}
