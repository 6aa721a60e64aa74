package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.extract.ShapeKind;
import org.voorwerp.consensus.marks.ConsensusColumns;
import org.voorwerp.consensus.marks.ConsensusColumns.Naming;
import org.voorwerp.consensus.marks.MarkRecipe;
import org.voorwerp.consensus.marks.MarkReducer;

/// Clusters marks of one shape.
///
/// @param name as panoptes_aggregation has it, or `marks_reducer` for ours
/// @param kind the shape; polylines are taken as closed
/// @param naming how the marks' own columns are called
/// @param flat whether columns stand without their frame, as those of the point reducer
/// @param own whether columns are given that panoptes_aggregation does not have
public record DrawingReducer(String name, ShapeKind kind, MarkRecipe recipe, Naming naming, boolean flat, boolean own)
        implements SubjectReducer {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public List<ObjectNode> reduce(List<ExtractRow> extracts) {
        var marks = new ExtractedMarks(kind);
        var tools =
                new MarkReducer(recipe).reduce(extracts.stream().map(marks::of).toList());
        var frames = new ConsensusColumns(recipe, naming, own).of(tools);
        return List.of(JSON.valueToTree(flat ? frames.getOrDefault("frame0", Map.of()) : frames));
    }
}
