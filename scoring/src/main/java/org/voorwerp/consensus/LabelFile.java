package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.panoptes.ServerTime;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Findings;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// A plain file of votes, one row a vote: a column each for subject, volunteer and label, under any of the names that
/// crowdsourcing data are published with.
public final class LabelFile {

    private static final List<String> VOLUNTEER = List.of(
            "volunteer",
            "worker",
            "user",
            // Who has no account has a name all the same, but no id.
            "user_name",
            "user_id",
            "annotator",
            "labeler",
            "labeller",
            "rater",
            "worker_id");
    private static final List<String> LABEL =
            List.of("label", "answer", "response", "vote", "class", "annotation", "value");
    private static final List<String> TIME = List.of("created_at", "time", "timestamp");

    private LabelFile() {}

    /// Which columns hold what.
    ///
    /// @param subject names, of which the first that the table has is taken
    public record Columns(List<String> subject, List<String> volunteer, List<String> label) {

        /// The names that such files have.
        public static final Columns USUAL = new Columns(NamedColumns.SUBJECT, VOLUNTEER, LABEL);

        /// Those with columns named by somebody, where somebody did.
        public static Columns named(@Nullable String subject, @Nullable String volunteer, @Nullable String label) {
            return new Columns(
                    subject == null ? USUAL.subject : List.of(subject),
                    volunteer == null ? USUAL.volunteer : List.of(volunteer),
                    label == null ? USUAL.label : List.of(label));
        }
    }

    /// Reads a file to its end and hands on each vote in the order of the file.
    ///
    /// @param named where what stands
    /// @param classes what a label may be; null if anything goes
    /// @throws ConsensusException if a column is missing or stands twice, a cell is empty, or a label is none
    ///     of the classes
    public static Tally read(
            Path file, Columns named, @Nullable List<String> classes, Consumer<Extract> extracts, LongConsumer progress)
            throws IOException {
        try (var table = Table.open(file, progress)) {
            int subject = NamedColumns.require(table, named.subject(), "subject");
            int volunteer = NamedColumns.require(table, named.volunteer(), "volunteer");
            int label = NamedColumns.require(table, named.label(), "label");
            int time = NamedColumns.find(table, TIME);
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
}
