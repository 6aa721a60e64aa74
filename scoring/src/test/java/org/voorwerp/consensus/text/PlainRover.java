package org.voorwerp.consensus.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// ROVER as Fiscus described it in 1997 and as others measured it: texts in the order of the file, each edit costing 1,
/// a vote a text, of equals the longest word. The yardstick for what a word error rate here means.
final class PlainRover {

    private PlainRover() {}

    static List<String> consensus(List<List<String>> texts) {
        List<Map<String, Integer>> columns = new ArrayList<>();
        for (int t = 0; t < texts.size(); t++) {
            columns = added(columns, texts.get(t), t);
        }
        var words = new ArrayList<String>();
        for (var column : columns) {
            var best = Collections.max(column.entrySet(), (a, b) -> {
                int byVotes = Integer.compare(a.getValue(), b.getValue());
                int byLength = Integer.compare(a.getKey().length(), b.getKey().length());
                return byVotes != 0
                        ? byVotes
                        : byLength != 0 ? byLength : a.getKey().compareTo(b.getKey());
            });
            if (!best.getKey().isEmpty()) {
                words.add(best.getKey());
            }
        }
        return words;
    }

    private static List<Map<String, Integer>> added(List<Map<String, Integer>> columns, List<String> text, int before) {
        var cost = new int[text.size() + 1][columns.size() + 1];
        for (int i = 0; i <= text.size(); i++) {
            for (int j = 0; j <= columns.size(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                } else {
                    cost[i][j] = Math.min(
                            cost[i - 1][j - 1] + changing(text.get(i - 1), columns.get(j - 1)),
                            Math.min(cost[i][j - 1] + changing("", columns.get(j - 1)), cost[i - 1][j] + 1));
                }
            }
        }
        var reversed = new ArrayList<Map<String, Integer>>();
        int i = text.size();
        int j = columns.size();
        while (i > 0 || j > 0) {
            var column = new HashMap<String, Integer>();
            var word = "";
            if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + changing(text.get(i - 1), columns.get(j - 1))) {
                word = text.get(--i);
                column.putAll(columns.get(--j));
            } else if (j > 0 && (i == 0 || cost[i][j] == cost[i][j - 1] + changing("", columns.get(j - 1)))) {
                column.putAll(columns.get(--j));
            } else {
                word = text.get(--i);
                if (before > 0) {
                    column.put("", before);
                }
            }
            column.merge(word, 1, Integer::sum);
            reversed.add(column);
        }
        Collections.reverse(reversed);
        return reversed;
    }

    private static int changing(String word, Map<String, Integer> column) {
        return column.containsKey(word) ? 0 : 1;
    }
}
