package org.voorwerp.server.challenge.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Classifications;
import org.voorwerp.consensus.QuestionTree;
import org.voorwerp.consensus.Recipe;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.Solution;
import org.voorwerp.consensus.TruthSource;
import org.voorwerp.consensus.VoteTable;
import org.voorwerp.consensus.panoptes.Anonymous;
import org.voorwerp.consensus.panoptes.Versions;
import org.voorwerp.consensus.panoptes.WorkflowVersion;
import org.voorwerp.holdout.Holdout;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.Definition.ClassificationSource;
import org.voorwerp.server.challenge.Definition.SolutionSource;
import org.voorwerp.server.challenge.Definition.VoteSource;

/// What a checked challenge.yaml says, in the terms of the library.
final class Sources {

    private Sources() {}

    /// The table of the truth, relative to data/.
    static String truthFile(Definition definition) {
        var truth = definition.truth();
        if (truth.classifications() != null) {
            return truth.classifications().file();
        }
        return truth.votes() != null
                ? truth.votes().file()
                : Objects.requireNonNull(truth.solution()).file();
    }

    /// @param file where that table lies
    /// @param group the column of groups if it stands in that table, else null
    static TruthSource truth(Definition definition, Path file, @Nullable String group) {
        var truth = definition.truth();
        if (truth.classifications() != null) {
            return classifications(truth.classifications(), file);
        }
        return truth.votes() != null
                ? votes(truth.votes(), file, group)
                : solution(Objects.requireNonNull(truth.solution()), file, group);
    }

    static Holdout holdout(Definition definition) {
        var holdout = definition.holdout();
        // A usage column takes the place of fraction and share.
        return new Holdout(
                Objects.requireNonNullElse(holdout.fraction(), 1.0),
                Objects.requireNonNullElse(holdout.publicShare(), 0.5),
                holdout.seed());
    }

    private static TruthSource classifications(ClassificationSource source, Path file) {
        var recipe = Recipe.of(source.workflow(), source.task())
                .withAnswers(Objects.requireNonNullElse(source.answers(), Map.of()))
                .withRepeats(Repeats.valueOf(constant(source.repeats(), "first")))
                .withAnonymous(Anonymous.valueOf(constant(source.anonymous(), "by-name")))
                .withMinimumVotes(Objects.requireNonNullElse(source.minimumVotes(), 1))
                .withTies(Ties.valueOf(constant(source.ties(), "drop")));
        return new Classifications(
                file,
                source.version() == null
                        ? recipe
                        : recipe.withVersions(Versions.only(WorkflowVersion.of(source.version()))));
    }

    private static TruthSource votes(VoteSource source, Path file, @Nullable String group) {
        var columns = source.tree() == null
                ? new VoteTable.Plain(Objects.requireNonNull(source.columns()))
                : new VoteTable.Tree(new QuestionTree(source.tree().stream()
                        .map(question -> new QuestionTree.Question(
                                question.question(),
                                Objects.requireNonNullElse(question.after(), List.of()),
                                question.answers()))
                        .toList()));
        return new VoteTable(
                file,
                source.subject(),
                source.number(),
                columns,
                group,
                Objects.requireNonNullElse(source.minimumVotes(), 1),
                Ties.valueOf(constant(source.ties(), "drop")));
    }

    private static TruthSource solution(SolutionSource source, Path file, @Nullable String group) {
        return new Solution(file, source.subject(), source.columns(), source.usage(), group);
    }

    private static String constant(@Nullable String word, String otherwise) {
        return Objects.requireNonNullElse(word, otherwise)
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
    }
}
