package org.voorwerp.server.challenge.build;

import java.util.List;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.holdout.Subjects.Side;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
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

    /// @throws PackRefused naming each column whose truth leaves its bounds
    static void check(Definition definition, Subjects subjects) {
        if (!(definition.taskKind() instanceof Values(var columns))) {
            return;
        }
        var findings = new PackFindings();
        for (var side : List.of(subjects.train(), subjects.test())) {
            for (int c = 0; c < columns.size(); c++) {
                check(columns.get(c), c, side, "data/" + Sources.truthFile(definition), findings);
            }
        }
        if (!findings.isEmpty()) {
            throw new PackRefused(findings.list(), findings.count());
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
