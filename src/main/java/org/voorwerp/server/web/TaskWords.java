package org.voorwerp.server.web;

import java.util.List;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionColumn.TextColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;

/// Task kinds in words.
public final class TaskWords {

    private static final int NAMED = 6;

    private TaskWords() {}

    /// A few words for a list: `Labels, 24 classes`.
    static String brief(TaskKind kind) {
        return switch (kind) {
            case Labels labels -> "Labels, " + labels.classes().size() + " classes";
            case Probabilities probabilities ->
                "Probabilities, " + probabilities.classes().size() + " classes";
            case Values(var columns)
            when columns.size() == 1 -> "A number, " + columns.getFirst().name();
            case Values(var columns) -> columns.size() + " numbers a subject";
            case Texts _ -> "Texts";
        };
    }

    /// A sentence on what a submission says of each subject.
    public static String sentence(TaskKind kind) {
        return switch (kind) {
            case Labels labels ->
                "One class for each subject, in the column " + labels.column() + ": " + some(labels.classes()) + ".";
            case Probabilities probabilities ->
                "A probability for each of " + probabilities.classes().size() + " classes ("
                        + some(probabilities.classes()) + "), adding up to one for each subject.";
            case Texts(var column, var longest) ->
                "A text for each subject, in the column " + column + ": what stands there, in at most " + longest
                        + " characters.";
            case Values values ->
                (values.columns().size() == 1 ? "One number" : values.columns().size() + " numbers")
                        + " for each subject: "
                        + some(values.columnsOfNumbers().stream()
                                .map(NumberColumn::name)
                                .toList())
                        + ".";
        };
    }

    /// What a cell of the column may hold.
    public static String cells(PredictionColumn column) {
        return switch (column) {
            case ClassColumn(var _, var classes) -> "one of " + some(classes);
            case TextColumn(var _, var longest) -> "a text of at most " + longest + " characters, or nothing";
            case NumberColumn(var _, var min, var max) -> {
                if (Double.isInfinite(min) && Double.isInfinite(max)) {
                    yield "a number";
                }
                if (Double.isInfinite(max)) {
                    yield "a number not below " + plain(min);
                }
                yield Double.isInfinite(min)
                        ? "a number not above " + plain(max)
                        : "a number from " + plain(min) + " to " + plain(max);
            }
        };
    }

    private static String some(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED - 1)) + " and " + (names.size() - NAMED + 1) + " more";
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
