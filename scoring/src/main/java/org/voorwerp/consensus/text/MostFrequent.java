package org.voorwerp.consensus.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The most frequent token of each column, as panoptes_aggregation has it: empty cells are no votes, of equals the
/// first seen wins.
///
/// @param score Σ over columns of the votes for that token / columns with a token; 0 where there are none
/// @param text these tokens with spaces between
public record MostFrequent(double score, String text) {

    /// @param columns `[column][text]`, empty where a text has nothing
    public static MostFrequent of(List<List<String>> columns) {
        var tokens = new ArrayList<String>();
        double votes = 0;
        for (var column : columns) {
            var counts = new LinkedHashMap<String, Integer>();
            column.stream().filter(token -> !token.isEmpty()).forEach(token -> counts.merge(token, 1, Integer::sum));
            String best = "";
            int most = 0;
            for (var count : counts.entrySet()) {
                if (count.getValue() > most) {
                    most = count.getValue();
                    best = count.getKey();
                }
            }
            if (most > 0) {
                tokens.add(best);
                votes += most;
            }
        }
        return new MostFrequent(tokens.isEmpty() ? 0 : votes / tokens.size(), String.join(" ", tokens));
    }
}
