package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.consensus.panoptes.Workflows;
import org.voorwerp.table.TableException;

/// A Zooniverse classification export, reduced by a recipe.
///
/// @param workflows a workflow export, by which answers are known by their index and not by their text; or null
/// @param gold a file of what experts say, see [GoldLabels]; or null
public record Classifications(
        Path file,
        Recipe recipe,
        @Nullable Path workflows,
        @Nullable Path gold) implements SingleVotes {

    // Written out, because in a compact constructor the compiler forgets that files may be null.
    public Classifications(Path file, Recipe recipe, @Nullable Path workflows, @Nullable Path gold) {
        if (recipe.reading().isOpen()) {
            throw new IllegalArgumentException("texts and numbers are no votes: see OpenClassifications");
        }
        this.file = file;
        this.recipe = recipe;
        this.workflows = workflows;
        this.gold = gold;
    }

    public Classifications(Path file, Recipe recipe) {
        this(file, recipe, null, null);
    }

    @Override
    public String name() {
        return "classifications";
    }

    @Override
    public List<Path> files() {
        return Stream.of(file, workflows, gold).filter(Objects::nonNull).toList();
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
    public VoteReducer reducer() {
        return (VoteReducer) recipe.reducer();
    }

    @Override
    public Ballots read(@Nullable List<String> classes, LongConsumer progress) throws IOException {
        requireClasses(classes);
        var builder = new VotesBuilder();
        var tally = PanoptesExport.read(file, recipe, classes, readWorkflows(), builder::add, progress);
        var votes = builder.build(classes != null ? classes : builder.classesSeen(), recipe.repeats());
        return new Ballots(votes, resolved(tally, builder), builder.firstLine());
    }

    private @Nullable Workflows readWorkflows() throws IOException {
        if (workflows == null) {
            return null;
        }
        try {
            return Workflows.read(workflows);
        } catch (TableException e) {
            throw ConsensusException.of(workflows, e);
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

    private static Tally resolved(Tally tally, VotesBuilder builder) {
        return tally.without(Reason.DUPLICATE.words(), builder.duplicates())
                .without(Reason.REPEAT.words(), builder.repeats());
    }
}
