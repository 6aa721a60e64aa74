package org.voorwerp.server.challenge.pack;

import java.util.List;
import org.voorwerp.server.http.Refusal;

/// A pack that is wrong, with all that is wrong with it.
public final class PackRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<PackFinding> findings;
    private final long count;

    /// @param findings the first of them, at least one
    /// @param count how many there are in all
    public PackRefused(List<PackFinding> findings, long count) {
        super(
                422,
                "pack-refused",
                "Pack refused",
                "The pack cannot be built: " + findings.getFirst()
                        + (count > 1 ? " (and " + (count - 1) + " more)" : "") + ".");
        this.findings = List.copyOf(findings);
        this.count = count;
        with("errors", findings);
        with("errorCount", count);
    }

    /// One thing wrong with a file of the pack.
    public static PackRefused of(String file, String message) {
        return new PackRefused(List.of(new PackFinding(file, 0, 0, message)), 1);
    }

    /// The first things that are wrong.
    public List<PackFinding> findings() {
        return findings;
    }

    /// How many things are wrong in all.
    public long count() {
        return count;
    }
}
