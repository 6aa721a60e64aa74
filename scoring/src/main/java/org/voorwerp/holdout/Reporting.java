package org.voorwerp.holdout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.holdout.ConsensusReport.ValueSummary;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// The figures of a [ConsensusReport].
final class Reporting {

    private static final int BINS = 10;

    private Reporting() {}

    static @Nullable Map<String, Integer> balance(Answers answers) {
        return switch (answers) {
            case ValueAnswers _, TextAnswers _ -> null;
            case ClassAnswers(var classes, var labels, var _) -> {
                var balance = new LinkedHashMap<String, Integer>();
                classes.forEach(name -> balance.put(name, 0));
                for (int label : labels) {
                    balance.merge(classes.get(label), 1, Integer::sum);
                }
                yield balance;
            }
        };
    }

    static @Nullable List<ValueSummary> values(Answers answers) {
        return switch (answers) {
            case ClassAnswers _, TextAnswers _ -> null;
            case ValueAnswers(var columns, var values) -> {
                var summaries = new ArrayList<ValueSummary>();
                for (int c = 0; c < values.length; c++) {
                    summaries.add(summary(columns.get(c), values[c]));
                }
                yield summaries;
            }
        };
    }

    private static ValueSummary summary(String column, double[] values) {
        double min = Arrays.stream(values).min().orElse(0);
        double max = Arrays.stream(values).max().orElse(0);
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        var histogram = new int[BINS];
        for (double value : values) {
            histogram[max == min ? 0 : Math.min(BINS - 1, (int) ((value - min) / (max - min) * BINS))]++;
        }
        return new ValueSummary(
                column,
                min,
                max,
                mean,
                Math.sqrt(variance),
                Arrays.stream(histogram).boxed().toList());
    }
}
