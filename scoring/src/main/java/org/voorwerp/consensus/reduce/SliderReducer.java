package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.voorwerp.consensus.extract.ExtractRow;

/// Mean, median and variance (of the values themselves, divided by their number) of a slider.
public record SliderReducer() implements SubjectReducer {

    @Override
    public String name() {
        return "slider_reducer";
    }

    @Override
    public List<ObjectNode> reduce(List<ExtractRow> extracts) {
        var data = JsonNodeFactory.instance.objectNode();
        double[] values = extracts.stream()
                .map(extract -> extract.data().path("slider_value"))
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::doubleValue)
                .sorted()
                .toArray();
        if (values.length > 0) {
            double mean = Arrays.stream(values).average().orElseThrow();
            data.put("slider_mean", mean);
            data.put("slider_median", (values[(values.length - 1) / 2] + values[values.length / 2]) / 2);
            data.put(
                    "slider_var",
                    Arrays.stream(values)
                            .map(value -> (value - mean) * (value - mean))
                            .average()
                            .orElseThrow());
        }
        return List.of(data);
    }
}
