/// Marks that volunteers drew become consensus marks: what several of them drew in one place is taken for one thing.
///
/// [MarkReducer] clusters the marks of a subject by a [MarkRecipe]; a [ToolConsensus] holds what came of the marks of
/// one tool on one frame, and [ConsensusColumns] gives it the columns that the Zooniverse's own aggregation has.
/// Distances and means: of numbers [FigureSpace] and [FigureMean], of areas [OverlapSpace] and [OverlapMean], of
/// lines drawn freehand [PathSpace].
@NullMarked
package org.voorwerp.consensus.marks;

import org.jspecify.annotations.NullMarked;
