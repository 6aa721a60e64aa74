package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voorwerp.consensus.extract.ExtractRow;

/// All that plain votes say: `count.…` and `fraction.…` for each answer, `most_likely` with `tied` where several have
/// the most votes, `num_votes`, `volunteers`, `agreement` (the share of the most voted answer) and `entropy` of the
/// fractions in bits, −Σ f log₂ f.
public record VotesReducer() implements SubjectReducer {

    @Override
    public String name() {
        return "votes_reducer";
    }

    @Override
    public List<ObjectNode> reduce(List<ExtractRow> extracts) {
        var counts = Counts.of(extracts, false);
        var data = JsonNodeFactory.instance.objectNode();
        long sum = counts.sum();
        double bits = 0;
        for (var vote : counts.votes().entrySet()) {
            double fraction = (double) vote.getValue() / sum;
            data.withObjectProperty("count").put(vote.getKey(), vote.getValue());
            data.withObjectProperty("fraction").put(vote.getKey(), fraction);
            bits -= fraction * Math.log(fraction) / Math.log(2);
        }
        data.put("num_votes", sum);
        data.put(
                "volunteers",
                extracts.stream().map(ExtractRow::volunteer).distinct().count());
        var most = counts.mostVoted();
        if (!most.isEmpty()) {
            data.put("most_likely", most.getFirst());
            data.put("agreement", (double) counts.most() / sum);
            data.put("entropy", bits + 0.0);
        }
        if (most.size() > 1) {
            most.forEach(data.withArrayProperty("tied")::add);
        }
        return List.of(data);
    }
}
