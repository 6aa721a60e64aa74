package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.text.line.LineColumns;
import org.voorwerp.consensus.text.line.LineConsensus;
import org.voorwerp.consensus.text.line.TranscribedLine;

/// Makes one of the lines that were marked and transcribed on each frame.
///
/// @param name as panoptes_aggregation has it
/// @param lines reduces those of a frame
/// @param lowConsensus below how many agreeing volunteers, in the mean, a line has low consensus
public record LinesReducer(String name, Function<List<TranscribedLine>, List<LineConsensus>> lines, double lowConsensus)
        implements SubjectReducer {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public List<ObjectNode> reduce(List<ExtractRow> extracts) {
        var frames = new TreeMap<String, List<TranscribedLine>>();
        for (int reading = 0; reading < extracts.size(); reading++) {
            read(extracts.get(reading), reading, frames);
        }
        var reduced = new TreeMap<String, List<LineConsensus>>();
        frames.forEach((frame, read) -> reduced.put(frame, lines.apply(read)));
        ObjectNode data = JSON.valueToTree(new LineColumns(lowConsensus).of(reduced));
        data.put("reducer", name);
        for (var frame : frames.keySet()) {
            data.path(frame).forEach(line -> UserIds.asNumbers((ObjectNode) line));
        }
        return List.of(data);
    }

    private static void read(ExtractRow extract, int reading, SortedMap<String, List<TranscribedLine>> frames) {
        for (var frame : extract.data().properties()) {
            if (!frame.getKey().startsWith("frame")) {
                continue;
            }
            var columns = frame.getValue();
            var of = frames.computeIfAbsent(frame.getKey(), _ -> new ArrayList<>());
            for (int i = 0; i < columns.path("text").size(); i++) {
                double[] x = numbers(columns.path("points").path("x").path(i));
                double[] y = numbers(columns.path("points").path("y").path(i));
                if (x.length > 0 && x.length == y.length) {
                    of.add(new TranscribedLine(
                            extract.userId().isBlank() ? null : extract.userId(),
                            reading,
                            x,
                            y,
                            StreamSupport.stream(columns.path("text").path(i).spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList(),
                            columns.path("slope").path(i).asDouble(),
                            columns.path("gold_standard").asBoolean()));
                }
            }
        }
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
