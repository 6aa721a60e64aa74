package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.text.TextReducer;
import org.voorwerp.consensus.text.Transcription;

/// Lays texts side by side and tells the most frequent words.
public record TextsReducer() implements SubjectReducer {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "text_reducer";
    }

    @Override
    public List<ObjectNode> reduce(List<ExtractRow> extracts) {
        var read = extracts.stream()
                .map(extract -> new Transcription(
                        extract.userId(),
                        extract.data().path("text").asText(),
                        extract.data().path("gold_standard").asBoolean()))
                .toList();
        ObjectNode data = JSON.valueToTree(TextReducer.reduce(read).columns());
        UserIds.asNumbers(data);
        return List.of(data);
    }
}
