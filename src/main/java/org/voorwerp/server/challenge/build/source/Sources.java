package org.voorwerp.server.challenge.build.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Classifications;
import org.voorwerp.consensus.LabelFile;
import org.voorwerp.consensus.LabelledVotes;
import org.voorwerp.consensus.OpenClassifications;
import org.voorwerp.consensus.QuestionTree;
import org.voorwerp.consensus.Recipe;
import org.voorwerp.consensus.Recipe.Reading;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.Reducer;
import org.voorwerp.consensus.Solution;
import org.voorwerp.consensus.TruthSource;
import org.voorwerp.consensus.VoteReducer;
import org.voorwerp.consensus.VoteTable;
import org.voorwerp.consensus.crowd.CrowdModels;
import org.voorwerp.consensus.panoptes.Anonymous;
import org.voorwerp.consensus.panoptes.RowSelection;
import org.voorwerp.consensus.panoptes.SpecialRows;
import org.voorwerp.consensus.panoptes.Versions;
import org.voorwerp.holdout.Holdout;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.Definition.ClassificationSource;
import org.voorwerp.server.challenge.Definition.LabelSource;
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
        if (truth.labels() != null) {
            return truth.labels().file();
        }
        return truth.votes() != null
                ? truth.votes().file()
                : Objects.requireNonNull(truth.solution()).file();
    }

    /// @param files where a file lies, by its path relative to data/
    /// @param group the column of groups if it stands in the table of the truth, else null
    static TruthSource truth(Definition definition, Function<String, Path> files, @Nullable String group) {
        var truth = definition.truth();
        if (truth.classifications() != null) {
            return classifications(truth.classifications(), files);
        }
        if (truth.labels() != null) {
            return labels(truth.labels(), files);
        }
        var file = files.apply(truthFile(definition));
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

    private static TruthSource classifications(ClassificationSource source, Function<String, Path> files) {
        var rows = new RowSelection(
                source.workflow(),
                source.version() == null ? Versions.ALL : Versions.of(source.version()),
                SpecialRows.valueOf(constant(source.goldRows(), "leave-out")),
                SpecialRows.valueOf(constant(source.expertRows(), "leave-out")),
                SpecialRows.valueOf(constant(source.beforeLaunch(), "leave-out")),
                Anonymous.valueOf(constant(source.anonymous(), "by-name")));
        var reading = Reading.valueOf(constant(source.extractor(), "question"));
        var recipe = new Recipe(
                rows,
                source.task(),
                reading,
                Objects.requireNonNullElse(source.answers(), Map.of()),
                Reducer.of(Objects.requireNonNullElse(source.reducer(), reading.standard()), source.parameters()),
                Repeats.valueOf(constant(source.repeats(), "first")),
                Objects.requireNonNullElse(source.minimumVotes(), 1),
                Ties.valueOf(constant(source.ties(), "drop")));
        var file = files.apply(source.file());
        return reading.isOpen()
                ? new OpenClassifications(file, recipe)
                : new Classifications(file, recipe, file(source.workflows(), files), file(source.gold(), files));
    }

    private static TruthSource labels(LabelSource source, Function<String, Path> files) {
        return new LabelledVotes(
                files.apply(source.file()),
                LabelFile.Columns.named(source.subject(), source.volunteer(), source.label()),
                VoteReducer.of(Objects.requireNonNullElse(source.reducer(), CrowdModels.STANDARD), source.parameters()),
                Repeats.valueOf(constant(source.repeats(), "first")),
                Objects.requireNonNullElse(source.minimumVotes(), 1),
                Ties.valueOf(constant(source.ties(), "drop")),
                file(source.gold(), files));
    }

    private static @Nullable Path file(@Nullable String path, Function<String, Path> files) {
        return path == null ? null : files.apply(path);
    }

    private static TruthSource votes(VoteSource source, Path file, @Nullable String group) {
        var columns = source.tree() == null
                ? plain(source)
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

    private static VoteTable.Columns plain(VoteSource source) {
        return source.pattern() == null
                ? new VoteTable.Plain(Objects.requireNonNull(source.columns()))
                : new VoteTable.Pattern(source.pattern());
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
