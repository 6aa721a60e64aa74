package org.voorwerp.consensus.panoptes;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.voorwerp.table.TableException;

/// Goes through the rows of an export that count.
public final class SelectedRows {

    private SelectedRows() {}

    /// Hands each row that counts to `use`, and writes down what becomes of every row.
    ///
    /// @param use uses a row, or says why it does not; what it throws as [TableException] becomes a finding
    public static void read(
            ExportRows rows, RowSelection selection, Ledger ledger, Function<Classification, @Nullable Reason> use) {
        var classification = new Classification(rows, selection, ledger);
        while (rows.next()) {
            ledger.read();
            try {
                rows.requireCells();
                var reason = classification.unfit();
                if (reason == null) {
                    ledger.selected(rows.line());
                    reason = use.apply(classification);
                }
                if (reason != null) {
                    ledger.drop(reason, rows.line());
                }
            } catch (TableException e) {
                ledger.findings().add(e.finding());
            }
        }
        ledger.encoding(rows);
    }
}
