package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voorwerp.consensus.extract.ExtractRow;

/// For each list of a drop-down task, how often each of its options was chosen: `value` holds one object a list.
public record DropdownReducer() implements SubjectReducer {

    @Override
    public String name() {
        return "dropdown_reducer";
    }

    @Override
    public List<ObjectNode> reduce(List<ExtractRow> extracts) {
        var data = JsonNodeFactory.instance.objectNode();
        for (var extract : extracts) {
            var lists = extract.data().path("value");
            for (int i = 0; i < lists.size(); i++) {
                var counts = data.withArrayProperty("value");
                var counted = i < counts.size() ? (ObjectNode) counts.get(i) : counts.addObject();
                lists.get(i)
                        .properties()
                        .forEach(chosen -> counted.put(
                                chosen.getKey(),
                                counted.path(chosen.getKey()).asLong()
                                        + chosen.getValue().asLong()));
            }
        }
        return List.of(data);
    }
}
