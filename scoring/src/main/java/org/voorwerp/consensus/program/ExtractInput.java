package org.voorwerp.consensus.program;

import java.io.IOException;
import java.util.function.Consumer;
import org.voorwerp.consensus.Tally;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.extract.ExtractTable;
import org.voorwerp.consensus.panoptes.Reason;

/// The rows of a table of extracts that were asked for: of the workflow and of the task, where these were named.
record ExtractInput(ConsensusCommand command) {

    /// Hands on each in the order of the file.
    ///
    /// @return what became of all rows
    Tally read(Consumer<ExtractRow> rows) throws IOException {
        long[] taken = new long[1];
        long[] others = new long[1];
        long anonymous = ExtractTable.read(command.file, command.rows.anonymous(), row -> {
            if (wanted(row)) {
                taken[0]++;
                rows.accept(row);
            } else {
                others[0]++;
            }
        });
        return Tally.all(taken[0] + others[0] + anonymous)
                .without("of another workflow or task", others[0])
                .without(Reason.ANONYMOUS.words(), anonymous);
    }

    private boolean wanted(ExtractRow row) {
        return (command.task == null || command.task.equals(row.task()))
                && (command.workflow == null || command.workflow.toString().equals(row.workflow()));
    }
}
