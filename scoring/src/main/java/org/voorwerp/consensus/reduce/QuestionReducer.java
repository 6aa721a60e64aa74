package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voorwerp.consensus.extract.ExtractRow;

/// How many votes each answer has.
///
/// @param pairs whether answers given together are an answer of their own, `a+b`
/// @param trackUserIds whether `user_ids_…` lists who gave each
public record QuestionReducer(boolean pairs, boolean trackUserIds) implements SubjectReducer {

    @Override
    public String name() {
        return "question_reducer";
    }

    @Override
    public List<ObjectNode> reduce(List<ExtractRow> extracts) {
        var counts = Counts.of(extracts, pairs);
        var data = counts.json();
        if (trackUserIds) {
            counts.voters().forEach((answer, ids) -> ids.forEach(data.withArrayProperty("user_ids_" + answer)::add));
        }
        return List.of(data);
    }
}
