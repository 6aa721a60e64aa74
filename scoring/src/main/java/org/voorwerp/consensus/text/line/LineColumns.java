package org.voorwerp.consensus.text.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells consensus lines as panoptes_aggregation's line reducers do: a list of lines a frame, and how many there are
/// in all.
public final class LineColumns {

    private final double lowConsensus;

    /// @param lowConsensus below which mean number of agreeing volunteers a line has low consensus
    public LineColumns(double lowConsensus) {
        this.lowConsensus = lowConsensus;
    }

    /// @param frames lines a frame, `frame0` first
    public Map<String, Object> of(Map<String, List<LineConsensus>> frames) {
        var columns = new LinkedHashMap<String, Object>();
        frames.forEach((frame, lines) ->
                columns.put(frame, lines.stream().map(this::line).toList()));
        var lines = frames.values().stream().flatMap(List::stream).toList();
        columns.put("low_consensus_lines", lines.stream().filter(this::isLow).count());
        columns.put("transcribed_lines", lines.size());
        return columns;
    }

    private boolean isLow(LineConsensus line) {
        return line.consensus().score() < lowConsensus;
    }

    private Map<String, Object> line(LineConsensus line) {
        var columns = new LinkedHashMap<String, Object>();
        var consensus = line.consensus();
        columns.put("clusters_x", Arrays.stream(line.x()).boxed().toList());
        columns.put("clusters_y", Arrays.stream(line.y()).boxed().toList());
        columns.put("clusters_text", line.text());
        columns.put("number_views", line.lines().size());
        columns.put("consensus_score", consensus.score());
        columns.put("consensus_text", consensus.text());
        columns.put("line_slope", line.slope());
        columns.put("slope_label", line.slopeLabel());
        columns.put("gutter_label", line.gutterLabel());
        columns.put(
                "gold_standard",
                line.lines().stream().map(TranscribedLine::gold).toList());
        columns.put("user_ids", volunteers(line));
        columns.put("extract_index", line.order());
        columns.put("low_consensus", isLow(line));
        columns.put("flagged", isLow(line));
        return columns;
    }

    private static List<@Nullable String> volunteers(LineConsensus line) {
        var volunteers = new ArrayList<@Nullable String>();
        line.lines().forEach(read -> volunteers.add(read.volunteer()));
        return volunteers;
    }
}
