package org.voorwerp.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Collects findings: the first [#LIMIT] are kept, the rest only counted, so that a file in which every line is
/// wrong costs no more memory than one with a single slip.
public final class Findings {

    /// How many findings are told at once.
    public static final int LIMIT = 20;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    public void add(Finding finding) {
        count++;
        if (kept.size() < LIMIT) {
            kept.add(finding);
        }
    }

    public void add(long line, int column, String message) {
        add(new Finding(line, column, message));
    }

    /// Adds a finding whose message is made only if it is kept.
    public void add(long line, int column, Supplier<String> message) {
        if (kept.size() < LIMIT) {
            add(line, column, message.get());
        } else {
            count++;
        }
    }

    /// Adds what was found further down in the file.
    public void addAll(Findings later) {
        long kept = count;
        later.list().forEach(this::add);
        count = kept + later.count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// How many were found in all, kept or not.
    public long count() {
        return count;
    }

    /// The first findings in the order they were found, at most [#LIMIT].
    public List<Finding> list() {
        return List.copyOf(kept);
    }
}
