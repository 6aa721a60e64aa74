package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voorwerp.consensus.extract.ExtractRow;

/// The answer with the most votes, how many it has and their share of all. Where several have the most, `tied` names
/// them, and `most_likely` is that which was seen first.
///
/// @param pairs whether answers given together are an answer of their own, `a+b`
public record QuestionConsensusReducer(boolean pairs) implements SubjectReducer {

    @Override
    public String name() {
        return "question_consensus_reducer";
    }

    @Override
    public List<ObjectNode> reduce(List<ExtractRow> extracts) {
        var counts = Counts.of(extracts, pairs);
        var data = JsonNodeFactory.instance.objectNode();
        var most = counts.mostVoted();
        if (most.isEmpty()) {
            return List.of(data.put("num_votes", 0));
        }
        data.put("most_likely", most.getFirst());
        data.put("num_votes", counts.most());
        data.put("agreement", (double) counts.most() / counts.sum());
        if (most.size() > 1) {
            most.forEach(data.withArrayProperty("tied")::add);
        }
        return List.of(data);
    }
}
