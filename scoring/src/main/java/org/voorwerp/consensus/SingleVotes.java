package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;

/// A source in which every vote stands with the volunteer who gave it. For values each column is the fraction of the
/// votes that are for the class of the column's name.
public sealed interface SingleVotes extends TruthSource permits Classifications, LabelledVotes {

    /// How votes become consensus.
    VoteReducer reducer();

    /// What experts say of some subjects, see [GoldLabels]; null where nobody does.
    @Nullable
    Path gold();

    /// Reads the votes.
    ///
    /// @param classes what may be voted for; null if anything goes: then they are those seen, sorted
    /// @param progress told now and then how many bytes of the file were read
    /// @throws ConsensusException naming what is wrong with the file
    Ballots read(@Nullable List<String> classes, LongConsumer progress) throws IOException;

    @Override
    default Gathered gather(TaskKind kind) throws IOException {
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
        var ballots = read(classes, _ -> {});
        var votes = ballots.votes();
        requireColumns(columns, votes.classes());
        ballots.requireCrowd();
        var known = gold() == null ? Map.<String, String>of() : GoldLabels.read(gold(), votes.classes());
        return new Gathered(
                new VotingCrowd(votes, reducer(), columns, known),
                ballots.rows(),
                votes.volunteers().size(),
                Agreement.of(votes.counts()),
                null,
                null);
    }

    private void requireColumns(@Nullable List<String> columns, List<String> answers) {
        for (var column : columns == null ? List.<String>of() : columns) {
            if (!answers.contains(column)) {
                throw ConsensusException.of(none() + " stands for the column " + column + "; there are "
                        + (answers.isEmpty() ? "none" : String.join(", ", answers)));
            }
        }
    }

    private String none() {
        return switch (this) {
            case Classifications classifications ->
                "no answer to task " + classifications.recipe().task();
            case LabelledVotes _ -> "no label";
        };
    }
}
