package org.voorwerp.server.challenge.pack;

import org.voorwerp.table.Finding;

/// One thing wrong with a file of a pack, told to its organiser.
///
/// @param file relative to the pack, e.g. `challenge.yaml` or `data/votes.csv`
/// @param line the line it stands in, from 1; 0 where it concerns the whole file
/// @param column the column (field of a table, character of a YAML file), from 1; 0 where it concerns the whole line
/// @param message what is wrong and what to do
public record PackFinding(String file, long line, int column, String message) {

    public static PackFinding of(String file, Finding finding) {
        return new PackFinding(file, finding.line(), finding.column(), finding.message());
    }

    /// `challenge.yaml, line 12, column 9: there is no metric f2 …`
    @Override
    public String toString() {
        var finding = new Finding(line, column, message);
        return line == 0 ? file + ": " + finding : file + ", " + finding;
    }
}
