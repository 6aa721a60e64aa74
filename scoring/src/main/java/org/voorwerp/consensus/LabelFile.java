package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.panoptes.ServerTime;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Findings;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// A plain file of votes, one row a vote: a column each for subject, volunteer and label, under any of the names that
/// crowdsourcing data are published with.
public final class LabelFile {

    private static final List<String> SUBJECT =
            List.of("subject", "subject_id", "subject_ids", "task", "item", "question", "example", "object", "image");
    private static final List<String> VOLUNTEER = List.of(
            "volunteer",
            "worker",
            "user",
            "user_id",
            "user_name",
            "annotator",
            "labeler",
            "labeller",
            "rater",
            "worker_id");
    private static final List<String> LABEL =
            List.of("label", "answer", "response", "vote", "class", "annotation", "value");
    private static final List<String> TIME = List.of("created_at", "time", "timestamp");

    private LabelFile() {}

    /// Reads a file to its end and hands on each vote in the order of the file.
    ///
    /// @param classes what a label may be; null if anything goes
    /// @throws ConsensusException if a column is missing or stands twice, a cell is empty, or a label is none
    ///     of the classes
    public static Tally read(Path file, @Nullable List<String> classes, Consumer<Extract> extracts) throws IOException {
        try (var table = Table.open(file)) {
            int subject = column(table, SUBJECT, "subject");
            int volunteer = column(table, VOLUNTEER, "volunteer");
            int label = column(table, LABEL, "label");
            int time = find(table, TIME);
            Set<String> known = classes == null ? Set.of() : new LinkedHashSet<>(classes);
            var findings = new Findings();
            var rows = new long[1];
            EachRow.of(table, findings, row -> {
                rows[0]++;
                var cells = new String[] {
                    row.get(subject).strip(),
                    row.get(volunteer).strip(),
                    row.get(label).strip()
                };
                int[] columns = {subject, volunteer, label};
                for (int i = 0; i < cells.length; i++) {
                    if (cells[i].isEmpty()) {
                        throw row.problem(columns[i], "the cell is empty");
                    }
                }
                if (classes != null && !known.contains(cells[2])) {
                    throw row.problem(
                            label, Excerpt.of(cells[2]) + " is none of the classes: " + Excerpt.list(classes, 50));
                }
                long createdAt = time < 0
                        ? Long.MIN_VALUE
                        : ServerTime.seconds(row.get(time).strip());
                extracts.accept(new Extract(cells[0], "name:" + cells[1], cells[2], createdAt, -1, row.line()));
            });
            ConsensusException.throwIfAny(findings);
            return Tally.all(rows[0]);
        } catch (TableException e) {
            throw ConsensusException.of(e);
        }
    }

    private static int column(Table table, List<String> names, String noun) {
        int found = find(table, names);
        if (found < 0) {
            throw new TableException(Finding.ofLine(
                    1,
                    "no column is called as the " + noun + " would be (" + String.join(", ", names) + "); there are "
                            + Excerpt.list(table.columns(), 50)));
        }
        return found;
    }

    /// The column of the first of the names that the table has; -1 if it has none.
    private static int find(Table table, List<String> names) {
        var columns = table.columns().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (var name : names) {
            int found = columns.indexOf(name);
            if (found >= 0 && columns.lastIndexOf(name) != found) {
                throw new TableException(Finding.ofLine(1, "there are two columns " + Excerpt.of(name)));
            }
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }
}
