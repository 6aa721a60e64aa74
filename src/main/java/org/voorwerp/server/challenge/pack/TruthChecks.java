package org.voorwerp.server.challenge.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Recipe.Reading;
import org.voorwerp.consensus.Reducer;
import org.voorwerp.consensus.Solution;
import org.voorwerp.consensus.VoteReducer;
import org.voorwerp.consensus.VoteTable;
import org.voorwerp.consensus.crowd.CrowdModels;
import org.voorwerp.consensus.panoptes.Versions;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;
import org.voorwerp.table.Excerpt;

/// Where the truth comes from: whether it can serve the task, and whether its files and columns are there.
final class TruthChecks {

    private final Checking checking;
    private final Place truth;

    TruthChecks(Checking checking) {
        this.checking = checking;
        this.truth = checking.root().get("truth");
    }

    void check() {
        if (checking.kind() instanceof Texts
                && (truth.get("labels").exists() || truth.get("votes").exists())) {
            checking.tell(truth.finding("votes are counted for classes and values, not for texts: give a classification"
                    + " export with extractor: text, or the texts made one as a solution"));
            return;
        }
        if (truth.get("classifications").exists()) {
            checkClassifications(truth.get("classifications"));
        }
        if (truth.get("labels").exists()) {
            checkLabels(truth.get("labels"));
        }
        if (truth.get("votes").exists()) {
            checkVotes(truth.get("votes"));
        }
        if (truth.get("solution").exists()) {
            checkSolution(truth.get("solution"));
        }
    }

    private void checkClassifications(Place source) {
        checking.columns(source.get("file"));
        checking.columns(source.get("workflows"));
        checking.columns(source.get("gold"));
        var reading = reading(source);
        if (reading != null) {
            checkReading(source, reading);
        }
        checkVersions(source.get("version"));
        var classes = classes(checking.kind());
        if (classes == null) {
            return;
        }
        for (var answer : source.get("answers").entries().values()) {
            var mapped = answer.text().orElse("");
            if (!mapped.isEmpty() && !classes.contains(mapped)) {
                checking.tell(answer.valueFinding(
                        Excerpt.of(mapped) + " is none of the task's classes: " + Excerpt.list(classes, 50)));
            }
        }
    }

    /// How annotations are read; null where the schema's check tells what is wrong with that.
    private static @Nullable Reading reading(Place source) {
        var word = source.get("extractor").text().orElse(Reading.QUESTION.word());
        return Arrays.stream(Reading.values())
                .filter(reading -> reading.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private void checkReading(Place source, Reading reading) {
        var kind = checking.kind();
        if (kind != null && !reading.serves(kind)) {
            checking.tell(
                    source.get("extractor").exists()
                            ? source.get("extractor").valueFinding(reading.servesInWords())
                            : source.finding(reading.servesInWords()));
        }
        if (reading.isOpen()) {
            Stream.of("answers", "workflows", "gold")
                    .map(source::get)
                    .filter(Place::exists)
                    .forEach(place -> checking.tell(place.finding(
                            "nothing is done with it for extractor: " + reading.word() + "; leave it out")));
        }
        checkReducer(source, reading.standard(), reading::fits);
    }

    /// That a range begins before it ends.
    private void checkVersions(Place version) {
        version.text().filter(text -> text.contains("..")).ifPresent(text -> {
            try {
                Versions.of(text);
            } catch (IllegalArgumentException e) {
                checking.tell(version.valueFinding(String.valueOf(e.getMessage())));
            }
        });
    }

    private void checkLabels(Place source) {
        checkTable(source, "subject", "volunteer", "label");
        checking.columns(source.get("gold"));
        checkReducer(source, CrowdModels.STANDARD, VoteReducer.class::isInstance);
    }

    /// Whether the reducer is for such a source, and has these parameters.
    ///
    /// @param usual the reducer of a source that names none, which has parameters all the same
    private void checkReducer(Place source, String usual, Predicate<Reducer> fits) {
        var name = source.get("reducer");
        var parameters = source.get("parameters");
        var given = new LinkedHashMap<String, Object>();
        parameters.entries().forEach((parameter, place) -> given.put(parameter, scalar(place)));
        try {
            var reducer = Reducer.of(name.text().orElse(usual), given);
            if (!fits.test(reducer)) {
                checking.tell(name.valueFinding("no consensus of such answers is made by " + reducer.name()));
            }
        } catch (IllegalArgumentException e) {
            checking.tell((given.isEmpty() ? name : parameters).valueFinding(String.valueOf(e.getMessage())));
        }
    }

    private static Object scalar(Place place) {
        return place.number()
                .<Object>map(number -> number)
                .or(place::text)
                .orElse(place.node().toString());
    }

    private void checkVotes(Place source) {
        checkTable(source, "subject", "number");
        var columns = source.get("columns");
        var tree = source.get("tree");
        var pattern = source.get("pattern");
        if (Stream.of(columns, pattern, tree).filter(Place::exists).count() != 1) {
            checking.tell(source.finding("exactly one of columns, pattern and tree is expected in votes"));
        }
        checkPattern(source, pattern, votedFor(checking.kind()));
        if (columns.exists()) {
            checkColumns(source, columns, votedFor(checking.kind()));
        }
        if (tree.exists()) {
            checkTree(source, tree);
        }
    }

    private void checkPattern(Place source, Place pattern, @Nullable List<String> classes) {
        var known = checking.columns(source.get("file"));
        if (known == null || classes == null || pattern.text().isEmpty()) {
            return;
        }
        try {
            new VoteTable.Pattern(pattern.text().get()).columns(known, classes);
        } catch (IllegalArgumentException e) {
            checking.tell(pattern.valueFinding(String.valueOf(e.getMessage())));
        }
    }

    private void checkSolution(Place source) {
        checkTable(source, "subject", "usage");
        var kind = checking.kind();
        checkColumns(source, source.get("columns"), kind instanceof Values ? names(kind) : solutionNames(kind));
    }

    private static @Nullable List<String> solutionNames(@Nullable TaskKind kind) {
        return kind == null ? null : List.of(kind instanceof Texts ? Solution.TEXT : Solution.LABEL);
    }

    private void checkTable(Place source, String... columns) {
        checking.columns(source.get("file"));
        Stream.of(columns).forEach(column -> checking.requireColumn(source.get(column), source.get("file")));
    }

    /// @param wanted what must be mapped, all of it and nothing else; null if not known
    private void checkColumns(Place source, Place columns, @Nullable List<String> wanted) {
        var entries = columns.entries();
        entries.values().forEach(column -> checking.requireColumn(column, source.get("file")));
        if (wanted != null && columns.node().isObject()) {
            requireSame(columns, entries, wanted);
        }
    }

    private void requireSame(Place at, Map<String, Place> given, List<String> wanted) {
        var missing = wanted.stream().filter(name -> !given.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            checking.tell(at.finding("no column is named for " + Excerpt.list(missing, 10)));
        }
        var known = new HashSet<>(wanted);
        given.forEach((name, place) -> {
            if (!known.contains(name)) {
                checking.tell(place.finding(
                        "the task predicts no " + Excerpt.of(name) + ", only " + Excerpt.list(wanted, 50)));
            }
        });
    }

    private void checkTree(Place source, Place tree) {
        var kind = checking.kind();
        if (kind != null && !(kind instanceof Values)) {
            checking.tell(tree.finding("a tree of questions gives values, not " + kind.name()));
            return;
        }
        var answers = new ArrayList<String>();
        checking.tellRepeated(
                tree.items().stream().map(question -> question.get("question")).toList(), "question");
        for (var question : tree.items()) {
            checkAfter(question.get("after"), answers);
            question.get("answers").entries().forEach((column, place) -> {
                checking.requireColumn(place, source.get("file"));
                checkAnswer(column, place, answers);
            });
        }
        var missing = kind == null
                ? List.<String>of()
                : names(kind).stream().filter(name -> !answers.contains(name)).toList();
        if (!missing.isEmpty()) {
            checking.tell(tree.finding("no question has the answer " + Excerpt.list(missing, 10)));
        }
    }

    private void checkAfter(Place after, List<String> before) {
        var leading = after.node().isArray() ? after.items() : List.of(after);
        for (var answer : leading) {
            if (answer.text().isPresent() && !before.contains(answer.text().get())) {
                checking.tell(answer.valueFinding(
                        Excerpt.of(answer.text().get()) + " is no answer of a question before this one"));
            }
        }
    }

    private void checkAnswer(String column, Place place, List<String> answers) {
        if (answers.contains(column)) {
            checking.tell(place.finding("the answer " + Excerpt.of(column) + " stands in the tree a second time"));
        }
        answers.add(column);
        var kind = checking.kind();
        if (kind != null && !names(kind).contains(column)) {
            checking.tell(place.finding("the task predicts no " + Excerpt.of(column)));
        }
    }

    /// What a table of votes counts votes for.
    private static @Nullable List<String> votedFor(@Nullable TaskKind kind) {
        var classes = classes(kind);
        return classes != null || kind == null ? classes : names(kind);
    }

    private static @Nullable List<String> classes(@Nullable TaskKind kind) {
        return switch (kind) {
            case null -> null;
            case Labels(var _, var classes) -> classes;
            case Probabilities(var _, var classes) -> classes;
            case Values _, Texts _ -> null;
        };
    }

    private static List<String> names(TaskKind kind) {
        return kind instanceof Values(var columns)
                ? columns.stream().map(NumberColumn::name).toList()
                : List.of();
    }
}
