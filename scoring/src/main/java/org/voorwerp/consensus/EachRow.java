package org.voorwerp.consensus;

import java.util.Iterator;
import java.util.function.Consumer;
import org.voorwerp.table.Findings;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// Reads a table to its end although rows of it are wrong, so that an organiser hears of all of them at once.
final class EachRow {

    private EachRow() {}

    /// @param action may throw [TableException], which becomes a finding
    static void of(Table table, Findings findings, Consumer<Row> action) {
        var rows = table.iterator();
        while (hasNext(rows, findings)) {
            try {
                action.accept(rows.next());
            } catch (TableException e) {
                findings.add(e.finding());
            }
        }
    }

    /// False also where a row cannot be taken apart: what comes after it means nothing.
    private static boolean hasNext(Iterator<Row> rows, Findings findings) {
        try {
            return rows.hasNext();
        } catch (TableException e) {
            findings.add(e.finding());
            return false;
        }
    }
}
