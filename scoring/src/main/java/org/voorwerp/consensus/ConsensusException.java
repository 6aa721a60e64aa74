package org.voorwerp.consensus;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Findings;
import org.voorwerp.table.TableException;

/// A source of truth, or what is asked of it, is wrong; the organiser can mend it. Its findings say what and where.
public final class ConsensusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;
    private final long count;
    private final transient @Nullable Path file;

    /// @param findings the first of them, at least one
    /// @param count how many there are in all
    public ConsensusException(List<Finding> findings, long count) {
        this(findings, count, null);
    }

    private ConsensusException(List<Finding> findings, long count, @Nullable Path file) {
        super(findings.getFirst() + (count > 1 ? " (and " + (count - 1) + " more)" : ""));
        this.file = file;
        this.findings = List.copyOf(findings);
        this.count = count;
    }

    public ConsensusException(Finding finding) {
        this(List.of(finding), 1);
    }

    /// A problem of the whole file.
    public static ConsensusException of(String message) {
        return new ConsensusException(Finding.ofFile(message));
    }

    public static ConsensusException of(TableException e) {
        return new ConsensusException(e.finding());
    }

    /// Of a file that is read beside the source of truth.
    public static ConsensusException of(Path file, TableException e) {
        return new ConsensusException(List.of(e.finding()), 1, file);
    }

    /// Throws what was found, if anything was.
    public static void throwIfAny(Findings findings) {
        if (!findings.isEmpty()) {
            throw new ConsensusException(findings.list(), findings.count());
        }
    }

    /// Throws what was found in a file that is read beside the source of truth, if anything was.
    static void throwIfAny(Path file, Findings findings) {
        if (!findings.isEmpty()) {
            throw new ConsensusException(findings.list(), findings.count(), file);
        }
    }

    /// The file that is wrong; null if it is the source of truth itself.
    public @Nullable Path file() {
        return file;
    }

    public List<Finding> findings() {
        return findings;
    }

    public long count() {
        return count;
    }
}
