package org.voorwerp.consensus.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.plot.Histogram;
import org.voorwerp.consensus.reduce.Reduction.Reduced;
import org.voorwerp.consensus.report.Figure;

/// Plots of what came out of a reduction, whatever was reduced.
final class ReducedFigures {

    private static final int BINS = 20;
    private static final String CLUSTER_SIZES = "clusters_count";

    private ReducedFigures() {}

    /// @param seen extracts a subject
    static List<Figure> of(List<Reduced> rows, List<Integer> seen) {
        var figures = new ArrayList<Figure>();
        figures.add(figure(
                "Classifications a subject",
                "How many extracts stand behind each subject.",
                seen.stream().map(Integer::doubleValue).toList(),
                "extracts",
                "subjects"));
        var marks = new ArrayList<Double>();
        var sizes = new ArrayList<Double>();
        var scores = new ArrayList<Double>();
        for (var row : rows) {
            int before = sizes.size();
            collect(row.data(), sizes, scores);
            marks.add((double) (sizes.size() - before));
        }
        if (!sizes.isEmpty()) {
            figures.add(figure(
                    "Marks a subject", "How many consensus marks each subject has.", marks, "marks", "subjects"));
            figures.add(figure(
                    "Support of marks",
                    "How many single marks stand behind a consensus mark.",
                    sizes,
                    "support",
                    "marks"));
        }
        if (!scores.isEmpty()) {
            figures.add(figure(
                    "Agreement on texts",
                    "The consensus score: how many volunteers agree, in the mean over the words.",
                    scores,
                    "consensus score",
                    "texts"));
        }
        return figures;
    }

    private static void collect(JsonNode data, List<Double> sizes, List<Double> scores) {
        for (Map.Entry<String, JsonNode> entry : data.properties()) {
            var value = entry.getValue();
            if (entry.getKey().endsWith(CLUSTER_SIZES)) {
                value.forEach(size -> sizes.add(size.asDouble()));
            } else if (entry.getKey().equals("consensus_score") && value.isNumber()) {
                scores.add(value.doubleValue());
            } else if (value.isObject()) {
                collect(value, sizes, scores);
            } else if (value.isArray()) {
                value.forEach(item -> collect(item, sizes, scores));
            }
        }
    }

    private static Figure figure(String title, String caption, List<Double> values, String axis, String unit) {
        double high = Math.max(
                1, values.stream().mapToDouble(Double::doubleValue).max().orElse(1));
        int bins = high <= BINS && values.stream().allMatch(value -> value == Math.rint(value)) ? (int) high + 1 : BINS;
        double top = bins == BINS ? high * 1.0001 : high + 1;
        var counts = new int[bins];
        values.forEach(value -> counts[Math.min(bins - 1, (int) (value / top * bins))]++);
        return new Figure(
                title, caption, Histogram.draw(Arrays.stream(counts).boxed().toList(), 0, top, axis, unit));
    }
}
