package org.voorwerp.consensus;

import java.util.List;
import java.util.Locale;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// Columns that crowdsourcing data are published with, under any of their names.
final class NamedColumns {

    static final List<String> SUBJECT =
            List.of("subject", "subject_id", "subject_ids", "task", "item", "question", "example", "object", "image");

    private NamedColumns() {}

    /// The column of the first of the names that the table has.
    ///
    /// @param noun what it is, for the message
    static int require(Table table, List<String> names, String noun) {
        int found = find(table, names);
        if (found < 0) {
            throw new TableException(Finding.ofLine(
                    1,
                    "no column is called as the " + noun + " would be (" + String.join(", ", names) + "); there are "
                            + Excerpt.list(table.columns(), 50)));
        }
        return found;
    }

    /// The same; -1 if it has none.
    static int find(Table table, List<String> names) {
        var columns = table.columns().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (var name : names) {
            int found = columns.indexOf(name.toLowerCase(Locale.ROOT));
            if (found >= 0 && columns.lastIndexOf(name.toLowerCase(Locale.ROOT)) != found) {
                throw new TableException(Finding.ofLine(1, "there are two columns " + Excerpt.of(name)));
            }
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }
}
