package org.voorwerp.consensus.panoptes;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Counts names that a file has, the first [#LIMIT] of them, for messages about one that it has not.
final class Names {

    /// How many are told apart.
    static final int LIMIT = 50;

    private final Map<String, Long> rows = new TreeMap<>();

    /// The name last counted and how often in a row, which is most of the time often.
    private String last = "";

    private long lastCount;

    /// @param wanted counted in any case
    void count(@Nullable String name, String wanted) {
        var shown = name == null ? "none" : name;
        if (!shown.equals(last)) {
            settle(wanted);
            last = shown;
        }
        lastCount++;
    }

    private void settle(String wanted) {
        if (lastCount > 0) {
            add(last, lastCount, wanted);
            lastCount = 0;
        }
    }

    private void add(String name, long count, String wanted) {
        if (rows.size() < LIMIT || rows.containsKey(name) || name.equals(wanted)) {
            rows.merge(name, count, Long::sum);
        }
    }

    void addAll(Names others, String wanted) {
        settle(wanted);
        others.settle(wanted);
        others.rows.forEach((name, count) -> add(name, count, wanted));
    }

    boolean has(String name) {
        return rows.containsKey(name);
    }

    /// `T0 (12 rows), T1 (3 rows)`
    @Override
    public String toString() {
        return rows.isEmpty()
                ? "none"
                : rows.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + " rows)")
                        .collect(Collectors.joining(", "));
    }
}
