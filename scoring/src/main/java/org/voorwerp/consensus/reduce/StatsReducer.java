package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.extract.ExtractRow;

/// Whatever the extractor: `extracts`, `classifications` and `volunteers` count, and for each number that extracts
/// hold there are its `sum`, `min`, `max`, `mean` and in how many extracts it is (`count`).
public record StatsReducer() implements SubjectReducer {

    @Override
    public String name() {
        return "stats_reducer";
    }

    @Override
    public List<ObjectNode> reduce(List<ExtractRow> extracts) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("extracts", extracts.size());
        data.put(
                "classifications",
                extracts.stream().map(ExtractRow::classification).distinct().count());
        data.put(
                "volunteers",
                extracts.stream().map(ExtractRow::volunteer).distinct().count());
        var statistics = new LinkedHashMap<String, DoubleSummaryStatistics>();
        extracts.forEach(extract -> add("", extract.data(), statistics));
        statistics.forEach((key, numbers) -> data.withObjectProperty(key)
                .put("count", numbers.getCount())
                .put("sum", numbers.getSum())
                .put("min", numbers.getMin())
                .put("max", numbers.getMax())
                .put("mean", numbers.getAverage()));
        return List.of(data);
    }

    private static void add(String prefix, JsonNode data, Map<String, DoubleSummaryStatistics> statistics) {
        data.properties().forEach(entry -> {
            var key = prefix + entry.getKey();
            if (entry.getValue().isNumber()) {
                statistics
                        .computeIfAbsent(key, _ -> new DoubleSummaryStatistics())
                        .accept(entry.getValue().doubleValue());
            } else {
                add(key + '.', entry.getValue(), statistics);
            }
        });
    }
}
