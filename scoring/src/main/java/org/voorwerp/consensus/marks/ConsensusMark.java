package org.voorwerp.consensus.marks;

import java.util.List;
import org.voorwerp.consensus.extract.Shape;

/// What several volunteers drew in one place.
///
/// @param shape their mean: of figures by their numbers or their overlap, as the recipe says; of lines the one with
///     the least distance to all others
/// @param marks how many marks it was made of
/// @param volunteers how many volunteers drew them
/// @param share that number over the volunteers who saw the subject, whether they drew anything or not
/// @param covariance of the figures' numbers, in the order of [org.voorwerp.consensus.extract.ShapeKind#parameters()],
///     with n − 1; NaN for a single mark; empty for lines
/// @param sigma how far the marks spread by the recipe's metric: √(Σ d² / (n − 1)); NaN for a single mark
/// @param overlap 1 − the mean of 1 − intersection / union over each two of the marks; NaN for a single mark and for
///     what has no area
/// @param details what was said of them, subtask by subtask; empty where there are no subtasks
public record ConsensusMark(
        Shape shape,
        int marks,
        int volunteers,
        double share,
        double[][] covariance,
        double sigma,
        double overlap,
        List<DetailConsensus> details) {

    public ConsensusMark {
        details = List.copyOf(details);
    }
}
