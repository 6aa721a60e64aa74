package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.consensus.panoptes.Workflows;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;
import org.voorwerp.table.TableException;

/// A Zooniverse classification export, reduced by a recipe. For values each column is the fraction of the votes that
/// are for the class of the column's name.
///
/// @param workflows a workflow export, by which answers are known by their index and not by their text; or null
public record Classifications(
        Path file, Recipe recipe, @Nullable Path workflows) implements TruthSource {

    public Classifications(Path file, Recipe recipe) {
        this(file, recipe, null);
    }

    @Override
    public String name() {
        return "classifications";
    }

    @Override
    public List<Path> files() {
        return workflows == null ? List.of(file) : List.of(file, workflows);
    }

    @Override
    public int minimumVotes() {
        return recipe.minimumVotes();
    }

    @Override
    public Ties ties() {
        return recipe.ties();
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
        requireClasses(classes);
        var builder = new VotesBuilder();
        var tally = PanoptesExport.read(file, recipe, classes, readWorkflows(), builder::add, _ -> {});
        var all = classes != null ? classes : builder.classesSeen();
        requireColumns(columns, all);
        var votes = builder.build(all, recipe.repeats());
        var rows = resolved(tally, builder);
        if (votes.size() == 0) {
            throw ConsensusException.of("no vote is left: " + rows);
        }
        return new Gathered(
                new VotingCrowd(votes, recipe.reducer(), columns),
                rows,
                votes.volunteers().size(),
                Agreement.of(votes.counts()),
                null,
                null);
    }

    private @Nullable Workflows readWorkflows() throws IOException {
        try {
            return workflows == null ? null : Workflows.read(workflows);
        } catch (TableException e) {
            throw ConsensusException.of(e);
        }
    }

    private void requireClasses(@Nullable List<String> classes) {
        for (var mapped : recipe.answers().values()) {
            if (classes != null && !mapped.isEmpty() && !classes.contains(mapped)) {
                throw ConsensusException.of("answers names the class " + mapped + ", which the task does not have: "
                        + String.join(", ", classes));
            }
        }
    }

    private void requireColumns(@Nullable List<String> columns, List<String> answers) {
        for (var column : columns == null ? List.<String>of() : columns) {
            if (!answers.contains(column)) {
                throw ConsensusException.of("no answer to task " + recipe.task() + " stands for the column " + column
                        + "; there are " + (answers.isEmpty() ? "none" : String.join(", ", answers)));
            }
        }
    }

    private static Tally resolved(Tally tally, VotesBuilder builder) {
        return tally.without(Reason.DUPLICATE.words(), builder.duplicates())
                .without(Reason.REPEAT.words(), builder.repeats());
    }
}
