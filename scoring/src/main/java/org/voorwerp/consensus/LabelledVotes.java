package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;

/// A plain file of single votes, see [LabelFile]. For values each column is the fraction of the votes that are for the
/// label of the column's name.
///
/// @param reducer how votes become consensus
/// @param repeats which votes of one volunteer on one subject count
/// @param minimumVotes subjects with fewer are left out, at least 1
public record LabelledVotes(Path file, Reducer reducer, Repeats repeats, int minimumVotes, Ties ties)
        implements TruthSource {

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public Gathered gather(TaskKind kind) throws IOException {
        return switch (kind) {
            case Labels(var _, var classes) -> gather(classes, null);
            case Probabilities(var _, var classes) -> gather(classes, null);
            case Values values ->
                gather(
                        null,
                        values.columnsOfNumbers().stream()
                                .map(NumberColumn::name)
                                .toList());
            case Texts _ ->
                throw ConsensusException.of("votes are counted for classes and values, not for texts: reduce the texts"
                        + " first, and give the consensus as a solution");
        };
    }

    private Gathered gather(@Nullable List<String> classes, @Nullable List<String> columns) throws IOException {
        var builder = new VotesBuilder();
        var tally = LabelFile.read(file, classes, builder::add);
        if (builder.size() == 0) {
            throw ConsensusException.of("the file has no votes");
        }
        var all = classes != null ? classes : builder.classesSeen();
        for (var column : columns == null ? List.<String>of() : columns) {
            if (!all.contains(column)) {
                throw ConsensusException.of(
                        "no label stands for the column " + column + "; there are " + String.join(", ", all));
            }
        }
        var votes = builder.build(all, repeats);
        return new Gathered(
                new VotingCrowd(votes, reducer, columns),
                tally.without(Reason.REPEAT.words(), builder.repeats()),
                votes.volunteers().size(),
                Agreement.of(votes.counts()),
                null,
                null);
    }
}
