package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Findings;

/// A plain file of truth, one row a subject.
///
/// @param subject column of the ids
/// @param columns for labels and probabilities `label` → the column of the classes; for values prediction column →
///     column of the file; for texts `text` → the column of the texts
/// @param usage column that says `Public`, `Private` or `Ignored`, as Kaggle's solution files do: then all rows are
///     the test set, split as it says; or null
/// @param group column of the groups, or null
public record Solution(
        Path file,
        String subject,
        Map<String, String> columns,
        @Nullable String usage,
        @Nullable String group) implements TruthSource {

    /// The key in `columns` under which the classes stand.
    public static final String LABEL = "label";

    /// The key in `columns` under which the texts stand.
    public static final String TEXT = "text";

    public Solution {
        columns = new LinkedHashMap<>(columns);
    }

    @Override
    public String name() {
        return "solution";
    }

    @Override
    public int minimumVotes() {
        return 0;
    }

    @Override
    public Ties ties() {
        return Ties.FIRST;
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
            case Texts _ -> texts();
        };
    }

    private Gathered classes(List<String> classes) throws IOException {
        var cells = read(List.of(column(LABEL)), List.of());
        var labels = new int[cells.size()];
        var findings = new Findings();
        for (int i : cells.inFileOrder()) {
            var label = cells.texts()[0][i].strip();
            labels[i] = classes.indexOf(label);
            if (labels[i] < 0) {
                findings.add(cells.atText(
                        0, i, Excerpt.of(label) + " is none of the classes: " + Excerpt.list(classes, 50)));
            }
        }
        ConsensusException.throwIfAny(findings);
        return gathered(cells, 1, new ClassAnswers(classes, labels, null));
    }

    private Gathered values(List<String> names) throws IOException {
        var cells = read(List.of(), names.stream().map(this::column).toList());
        return gathered(cells, 0, new ValueAnswers(names, cells.numbers()));
    }

    private Gathered texts() throws IOException {
        var cells = read(List.of(column(TEXT)), List.of());
        return gathered(
                cells,
                1,
                new TextAnswers(
                        Arrays.stream(cells.texts()[0]).map(String::strip).toList()));
    }

    private String column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw ConsensusException.of("the solution's columns do not say where " + name + " stands; they name "
                    + String.join(", ", columns.keySet()));
        }
        return column;
    }

    private TableCells read(List<String> texts, List<String> numbers) throws IOException {
        var all = new ArrayList<>(texts);
        if (usage != null) {
            all.add(usage);
        }
        if (group != null) {
            all.add(group);
        }
        return TableCells.read(file, subject, all, numbers);
    }

    /// @param next the first text column that is usage or group
    private Gathered gathered(TableCells cells, int next, Answers answers) {
        var parts = usage == null ? null : parts(cells, next);
        var consensus = new Consensus(cells.subjects(), null, answers, new boolean[cells.size()]);
        return new Gathered(
                new StatedCrowd(consensus),
                Tally.all(cells.size()),
                null,
                null,
                cells.column(group, usage == null ? next : next + 1),
                parts);
    }

    private static Part[] parts(TableCells cells, int column) {
        var findings = new Findings();
        var parts = new Part[cells.size()];
        for (int i : cells.inFileOrder()) {
            var word = cells.texts()[column][i].strip();
            var part = Arrays.stream(Part.values())
                    .filter(known -> known.name().equalsIgnoreCase(word))
                    .findFirst();
            if (part.isPresent()) {
                parts[i] = part.get();
            } else {
                findings.add(cells.atText(
                        column, i, "the usage " + Excerpt.of(word) + " is none of Public, Private, Ignored"));
            }
        }
        ConsensusException.throwIfAny(findings);
        return parts;
    }

    /// Nobody knows who said it.
    private record StatedCrowd(Consensus consensus) implements Crowd {
        @Override
        public HeldBack holdBack(int[] rows, long seed) {
            throw ConsensusException.of("no vote can be held back from a solution file: it holds truth, not votes");
        }
    }
}
