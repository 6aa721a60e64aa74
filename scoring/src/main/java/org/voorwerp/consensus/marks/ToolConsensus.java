package org.voorwerp.consensus.marks;

import java.util.List;
import org.voorwerp.consensus.cluster.Clustering;
import org.voorwerp.consensus.extract.ShapeKind;

/// What became of the marks made with one tool on one frame of a subject.
///
/// @param frame from 0
/// @param tool begins the columns' names, `T0_tool0`; where marks of several shapes were made with the tool (it was
///     changed between versions of the workflow), the shape follows
/// @param kind the shape of all marks here
/// @param marks all of them, in the recipe's order
/// @param clustering which of them belong together, in the order of `marks`
/// @param clusters what each cluster comes to
public record ToolConsensus(
        int frame,
        String tool,
        ShapeKind kind,
        List<Drawn> marks,
        Clustering clustering,
        List<ConsensusMark> clusters) {

    public ToolConsensus {
        marks = List.copyOf(marks);
        clusters = List.copyOf(clusters);
    }
}
