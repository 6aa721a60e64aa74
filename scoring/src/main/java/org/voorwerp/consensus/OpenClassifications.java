package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.scoring.TaskKind;

/// A Zooniverse classification export of which a task answered by text, or with a slider, is the truth: for a task of
/// texts, or of one column of values.
public record OpenClassifications(Path file, Recipe recipe) implements TruthSource {

    public OpenClassifications {
        if (!recipe.reading().isOpen()) {
            throw new IllegalArgumentException(recipe.reading().word() + " gives votes: see Classifications");
        }
    }

    @Override
    public String name() {
        return "classifications";
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
        var column = column(kind);
        var builder = new VotesBuilder();
        var tally = PanoptesExport.read(file, recipe, null, builder::add);
        var answers = builder.buildOpen(recipe.repeats());
        tally = tally.without(Reason.DUPLICATE.words(), builder.duplicates())
                .without(Reason.REPEAT.words(), builder.repeats());
        if (answers.size() == 0) {
            throw ConsensusException.of("no answer is left: " + tally);
        }
        var crowd = new OpenCrowd(answers, (OpenAnswersReducer) recipe.reducer(), column);
        return new Gathered(crowd, tally, answers.volunteers(), null, null, null);
    }

    /// The name of the column that is predicted.
    private String column(TaskKind kind) {
        if (!recipe.reading().serves(kind)) {
            throw ConsensusException.of(recipe.reading().servesInWords());
        }
        return kind.columns().getFirst().name();
    }
}
