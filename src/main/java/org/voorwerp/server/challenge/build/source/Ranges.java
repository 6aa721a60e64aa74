package org.voorwerp.server.challenge.build.source;

import java.util.List;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.holdout.Subjects.Side;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.pack.PackFinding;
import org.voorwerp.server.challenge.pack.PackFindings;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.table.Excerpt;

/// Whether the truth lies where predictions may: nobody could predict what the task does not accept.
final class Ranges {

    private Ranges() {}

    /// @throws PackRefused naming each column whose truth leaves its bounds, and texts that are too long
    static void check(Definition definition, Subjects subjects) {
        var findings = new PackFindings();
        var file = "data/" + Sources.truthFile(definition);
        for (var side : List.of(subjects.train(), subjects.test())) {
            switch (definition.taskKind()) {
                case Values(var columns) -> {
                    for (int c = 0; c < columns.size(); c++) {
                        check(columns.get(c), c, side, file, findings);
                    }
                }
                case Texts(var _, var longest) -> check(longest, side, file, findings);
                case Labels _, Probabilities _ -> {
                    // A class is one of the task's or none.
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new PackRefused(findings.list(), findings.count());
        }
    }

    private static void check(int longest, Side side, String file, PackFindings findings) {
        var texts = ((TextAnswers) side.answers()).texts();
        for (int i = 0; i < texts.size(); i++) {
            int length = texts.get(i).codePointCount(0, texts.get(i).length());
            if (length > longest) {
                findings.add(new PackFinding(
                        file,
                        0,
                        0,
                        "the text of " + Excerpt.of(side.upstream().get(i)) + " has " + length
                                + " characters, more than the task's longest, " + longest));
            }
        }
    }

    private static void check(NumberColumn column, int c, Side side, String file, PackFindings findings) {
        double[] values = ((ValueAnswers) side.answers()).values()[c];
        int outside = 0;
        int first = -1;
        for (int i = values.length - 1; i >= 0; i--) {
            if (!(values[i] >= column.min() && values[i] <= column.max())) {
                outside++;
                first = i;
            }
        }
        if (outside > 0) {
            findings.add(new PackFinding(
                    file,
                    0,
                    0,
                    "the truth of " + Excerpt.of(column.name()) + " leaves the task's " + column.min() + " to "
                            + column.max() + " for " + outside + (outside == 1 ? " subject" : " subjects")
                            + ", among them " + Excerpt.of(side.upstream().get(first)) + " with " + values[first]));
        }
    }
}
