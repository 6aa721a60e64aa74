package org.voorwerp.consensus.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.Reducer;
import org.voorwerp.consensus.VoteTable;
import org.voorwerp.consensus.reduce.Reduction;
import org.voorwerp.scoring.Labels;

/// Takes a table of votes that others counted.
final class CountedVotes {

    private final ConsensusCommand command;
    private final Progress progress;
    private final Reducer plurality;

    CountedVotes(ConsensusCommand command, Progress progress, Reducer plurality) {
        this.command = command;
        this.progress = progress;
        this.plurality = plurality;
    }

    /// Every choice.
    record Choices(List<String> classes, VoteTable.Columns columns, String reducer, int minimumVotes, Ties ties) {}

    Outcome run(Path output) throws IOException {
        var columns = command.columns;
        if (columns.subject == null) {
            throw new Failure("name the column of the subjects' ids: --subject-column NAME");
        }
        var classes = columns.counted();
        if (classes.size() < 2) {
            throw new Failure("votes are for two classes or more, not " + classes.size());
        }
        var table = new VoteTable(
                command.file,
                columns.subject,
                columns.number,
                columns.countColumns(),
                null,
                command.rows.minimumVotes(),
                command.rows.ties());
        progress.begin("reading");
        var gathered = table.gather(new Labels("label", classes));
        progress.begin("writing");
        var metadata = Metadata.read(command.subjects);
        var rows = new VoteRows(gathered.crowd().consensus(), null, null, null);
        var made = rows.rows("", "", table.minimumVotes(), table.ties());
        int written = Reduction.write(output, plurality.name(), made, metadata.columns(), metadata::of);
        return new Outcome(
                new Choices(classes, table.columns(), plurality.name(), table.minimumVotes(), table.ties()),
                gathered.rows(),
                written,
                rows.leftOut(),
                List.of(),
                List.of(),
                gathered.crowd().report(),
                List.of());
    }
}
