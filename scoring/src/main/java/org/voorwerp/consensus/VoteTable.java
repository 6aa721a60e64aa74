package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Findings;
import org.voorwerp.table.TableException;

/// A table of votes already counted, one row a subject.
///
/// For labels and probabilities its columns hold numbers of votes, or fractions of them: whole numbers of which some
/// row has more than one vote are numbers, all else fractions; fractions of a row are made to add up to one. For
/// values they are taken as they are, or cumulated down a tree of questions.
///
/// @param subject column of the ids
/// @param number column with the number of votes behind the fractions of a row; null if the table has none
/// @param columns where the votes stand
/// @param group column of the groups, or null
/// @param minimumVotes at least 1; more than 1 only where the number of votes is known
public record VoteTable(
        Path file,
        String subject,
        @Nullable String number,
        Columns columns,
        @Nullable String group,
        int minimumVotes,
        Ties ties)
        implements TruthSource {

    /// Where the votes stand.
    public sealed interface Columns {}

    /// Class or prediction column → column of the table.
    public record Plain(Map<String, String> columns) implements Columns {
        public Plain {
            columns = new LinkedHashMap<>(columns);
        }
    }

    /// One column for each class or prediction column, whose names follow a pattern: `{class}` stands for the class,
    /// `*` for anything, as in `t08_*_{class}_debiased`.
    public record Pattern(String pattern) implements Columns {
        public Pattern {
            if (!pattern.contains(ColumnPattern.CLASS)) {
                throw new IllegalArgumentException(
                        "\"" + pattern + "\" does not say where the class stands: write {class} in its place");
            }
        }

        /// Class → column.
        ///
        /// @param named the columns of the table
        /// @throws IllegalArgumentException if for a class there is no column of the pattern, or more than one
        public Map<String, String> columns(List<String> named, List<String> classes) {
            try {
                return ColumnPattern.columns(named, pattern, classes);
            } catch (TableException e) {
                throw new IllegalArgumentException(e.finding().message(), e);
            }
        }
    }

    /// A tree of questions; only for values.
    public record Tree(QuestionTree tree) implements Columns {}

    @Override
    public String name() {
        return "votes";
    }

    @Override
    public Gathered gather(TaskKind kind) throws IOException {
        return switch (kind) {
            case Labels(var _, var classes) -> classes(classes);
            case Probabilities(var _, var classes) -> classes(classes);
            case Values values ->
                values(values.columnsOfNumbers().stream()
                        .map(NumberColumn::name)
                        .toList());
            case Texts _ ->
                throw ConsensusException.of("votes are counted for classes and values, not for texts: reduce the texts"
                        + " first, and give the consensus as a solution");
        };
    }

    private Gathered classes(List<String> classes) throws IOException {
        var columnOf = switch (columns) {
            case Plain(var named) -> named;
            case Pattern(var pattern) -> ColumnPattern.columns(file, pattern, classes);
            case Tree _ -> throw ConsensusException.of("a tree of questions gives values, not classes");
        };
        requireSame(classes, List.copyOf(columnOf.keySet()), "class");
        var cells = read(classes.stream().map(columnOf::get).toList());
        requireNotNegative(cells, classes.size());
        var weights = Arrays.copyOf(cells.numbers(), classes.size());
        var crowd = CountedCrowd.of(cells.subjects(), classes, weights, number(cells));
        requireVotes(crowd.number(), cells, weights);
        return gathered(cells, crowd, crowd.number() == null ? null : Agreement.of(crowd.counts()));
    }

    private Gathered values(List<String> names) throws IOException {
        return switch (columns) {
            case Plain(var columnOf) -> measured(names, columnOf);
            case Pattern(var pattern) -> measured(names, ColumnPattern.columns(file, pattern, names));
            case Tree(var tree) -> {
                requireSame(names, tree.columns(), "column");
                var cells = read(tree.tableColumns());
                requireNotNegative(cells, names.size());
                var fractions = Arrays.copyOf(cells.numbers(), names.size());
                requireNumber(number(cells));
                yield gathered(cells, new TreeCrowd(cells.subjects(), names, tree, fractions, number(cells)), null);
            }
        };
    }

    private Gathered measured(List<String> names, Map<String, String> columnOf) throws IOException {
        requireSame(names, List.copyOf(columnOf.keySet()), "column");
        var cells = read(names.stream().map(columnOf::get).toList());
        var values = Arrays.copyOf(cells.numbers(), names.size());
        requireNumber(number(cells));
        return gathered(cells, new MeasuredCrowd(cells.subjects(), names, values, number(cells)), null);
    }

    private TableCells read(List<String> voteColumns) throws IOException {
        var numbers = new ArrayList<>(voteColumns);
        if (number != null) {
            numbers.add(number);
        }
        return TableCells.read(file, subject, group == null ? List.of() : List.of(group), numbers);
    }

    private double @Nullable [] number(TableCells cells) {
        return number == null ? null : cells.numbers()[cells.numbers().length - 1];
    }

    private Gathered gathered(TableCells cells, Crowd crowd, @Nullable Agreement agreement) {
        return new Gathered(crowd, Tally.all(cells.size()), null, agreement, cells.column(group, 0), null);
    }

    private static void requireSame(List<String> wanted, List<String> given, String noun) {
        for (var name : wanted) {
            if (!given.contains(name)) {
                throw ConsensusException.of("the table's columns do not say where the " + noun + " " + name
                        + " stands; they name " + String.join(", ", given));
            }
        }
        var known = new HashSet<>(wanted);
        for (var name : given) {
            if (!known.contains(name)) {
                throw ConsensusException.of("the table's columns name the " + noun + " " + name
                        + ", which the task does not have: " + String.join(", ", wanted));
            }
        }
    }

    private void requireNumber(double @Nullable [] known) {
        if (known == null && minimumVotes > 1) {
            throw ConsensusException.of(
                    "minimum-votes needs the number of votes: name the table's column of it as number");
        }
    }

    private static void requireNotNegative(TableCells cells, int columns) {
        var findings = new Findings();
        for (int row : cells.inFileOrder()) {
            for (int c = 0; c < columns; c++) {
                if (cells.numbers()[c][row] < 0) {
                    findings.add(
                            cells.atNumber(c, row, "votes cannot be negative, and " + cells.numbers()[c][row] + " is"));
                }
            }
        }
        ConsensusException.throwIfAny(findings);
    }

    /// Where the number of votes is not known, a row without any vote would go unseen.
    private void requireVotes(double @Nullable [] known, TableCells cells, double[][] weights) {
        requireNumber(known);
        if (known != null) {
            return;
        }
        var findings = new Findings();
        for (int row : cells.inFileOrder()) {
            double sum = 0;
            for (var ofClass : weights) {
                sum += ofClass[row];
            }
            if (sum == 0) {
                findings.add(Finding.ofLine(cells.lines()[row], "no class has a vote"));
            }
        }
        ConsensusException.throwIfAny(findings);
    }
}
