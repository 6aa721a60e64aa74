package org.voorwerp.scoring.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Rows;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.TextView;
import org.voorwerp.scoring.View.ValueView;
import org.voorwerp.scoring.diagnostic.CalibrationBins.Binning;

/// Something to look at beside the scores of a submission.
public sealed interface Diagnostic permits ConfusionMatrix, ClassReport, ReliabilityCurve {

    /// So many bins has a reliability curve (C. Guo and others, ICML 2017).
    int BINS = 15;

    /// With more classes than this there is no reliability curve for each of them.
    int MOST_CURVES = 10;

    /// What a task kind has to show of some subjects, through all of its views.
    ///
    /// @param rows the subjects, by position
    /// @param weights one for each of `rows`, or null where all count alike
    static List<Diagnostic> of(
            TaskKind kind, Truth truth, Predictions predictions, int[] rows, double @Nullable [] weights) {
        var all = new ArrayList<Diagnostic>();
        for (var type : kind.views()) {
            all.addAll(of(kind.view(type, truth.answers(), predictions, Rows.at(rows), weights)));
        }
        return all;
    }

    /// What a view has to show.
    static List<Diagnostic> of(View view) {
        return switch (view) {
            case LabelView labels -> {
                var confusion = Confusion.of(labels);
                yield List.of(
                        ConfusionMatrix.of(confusion, labels.classes()), ClassReport.of(confusion, labels.classes()));
            }
            case ProbabilityView probabilities -> {
                var curves = new ArrayList<Diagnostic>();
                curves.add(ReliabilityCurve.ofTopClass(probabilities, BINS, Binning.EQUAL_WIDTH));
                int classes = probabilities.classes().size();
                for (int k = classes == 2 ? 1 : 0; k < classes && classes <= MOST_CURVES; k++) {
                    curves.add(ReliabilityCurve.ofClass(probabilities, k, BINS, Binning.EQUAL_WIDTH));
                }
                yield curves;
            }
            case ValueView _, TextView _, Comparison _ -> List.of();
        };
    }
}
