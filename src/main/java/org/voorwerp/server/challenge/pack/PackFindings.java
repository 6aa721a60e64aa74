package org.voorwerp.server.challenge.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.voorwerp.table.Findings;

/// Collects what is wrong with a pack.
public final class PackFindings {

    /// More than these are not kept, only counted: a file full of mistakes must not fill the memory.
    private static final int KEPT = 1000;

    private static final Comparator<PackFinding> IN_ORDER = Comparator.comparing(PackFinding::file)
            .thenComparing(PackFinding::line)
            .thenComparing(PackFinding::column);

    private final List<PackFinding> kept = new ArrayList<>();
    private long count;

    public void add(PackFinding finding) {
        if (kept.contains(finding)) {
            return;
        }
        count++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    /// Adds all that was found elsewhere, also what was only counted there.
    public void add(PackRefused refused) {
        refused.findings().forEach(this::add);
        count += refused.count() - refused.findings().size();
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// How many were found in all.
    public long count() {
        return count;
    }

    /// The first of them by file, line and column, at most [Findings#LIMIT].
    public List<PackFinding> list() {
        return kept.stream().sorted(IN_ORDER).limit(Findings.LIMIT).toList();
    }

    /// Whether something was found at this place already.
    boolean has(String file, long line, int column) {
        return kept.stream().anyMatch(f -> f.file().equals(file) && f.line() == line && f.column() == column);
    }
}
