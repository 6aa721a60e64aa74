package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Findings;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// A file of what experts say of some subjects, one row a subject: a column of subjects and one of labels, under any of
/// the names that such files have.
public final class GoldLabels {

    private static final List<String> LABEL = List.of("gold", "truth", "expert", "label", "class", "answer");

    private GoldLabels() {}

    /// Subject → label. Rows without a label are passed over.
    ///
    /// @param classes what a label may be
    /// @throws ConsensusException if a column is missing, a label is none of the classes, or a subject has two
    public static Map<String, String> read(Path file, List<String> classes) throws IOException {
        var known = new LinkedHashMap<String, String>();
        var findings = new Findings();
        try (var table = Table.open(file)) {
            int subject = NamedColumns.require(table, NamedColumns.SUBJECT, "subject");
            int label = NamedColumns.require(table, LABEL, "expert's label");
            EachRow.of(table, findings, row -> {
                var named = row.get(label).strip();
                if (named.isEmpty()) {
                    return;
                }
                if (!classes.contains(named)) {
                    throw row.problem(
                            label, Excerpt.of(named) + " is none of the classes: " + Excerpt.list(classes, 50));
                }
                var before = known.put(row.get(subject).strip(), named);
                if (before != null && !before.equals(named)) {
                    throw row.problem(subject, "the subject was " + Excerpt.of(before) + " further up");
                }
            });
        } catch (TableException e) {
            findings.add(e.finding());
        }
        ConsensusException.throwIfAny(file, findings);
        return known;
    }
}
