package org.voorwerp.server.challenge.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Solution;
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
        if (checking.kind() instanceof Texts && !truth.get("solution").exists()) {
            checking.tell(
                    truth.finding("votes are counted for classes and values, not for texts: reduce the texts first,"
                            + " and give the consensus as a solution"));
            return;
        }
        if (truth.get("classifications").exists()) {
            checkClassifications(truth.get("classifications"));
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

    private void checkVotes(Place source) {
        checkTable(source, "subject", "number");
        var columns = source.get("columns");
        var tree = source.get("tree");
        if (columns.exists() == tree.exists()) {
            checking.tell(source.finding("exactly one of columns and tree is expected in votes"));
        }
        if (columns.exists()) {
            checkColumns(source, columns, votedFor(checking.kind()));
        }
        if (tree.exists()) {
            checkTree(source, tree);
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
