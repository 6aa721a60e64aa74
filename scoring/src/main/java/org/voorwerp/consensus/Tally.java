package org.voorwerp.consensus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.panoptes.Ledger;

/// What became of the rows of a file: none is dropped in silence.
///
/// @param read rows in the file, without the header
/// @param used rows that became a vote, or a line of truth
/// @param dropped why → number of rows; with `used` they add up to `read`
/// @param firstLines why → line of the first of these rows, where one is known; null, as in reports made before lines
/// were
///     told, is none
/// @param notUtf8 rows with a cell that was looked at and is not UTF-8: it was read as windows-1252
public record Tally(long read, long used, Map<String, Long> dropped, Map<String, Long> firstLines, long notUtf8) {

    // Written out, because in a compact constructor the compiler forgets that lines may be null.
    public Tally(
            long read, long used, Map<String, Long> dropped, @Nullable Map<String, Long> firstLines, long notUtf8) {
        this.read = read;
        this.used = used;
        this.dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
        this.firstLines = firstLines == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(firstLines));
        this.notUtf8 = notUtf8;
    }

    /// All rows were used.
    public static Tally all(long rows) {
        return new Tally(rows, rows, Map.of(), Map.of(), 0);
    }

    public static Tally of(Ledger ledger) {
        var dropped = new LinkedHashMap<String, Long>();
        var firstLines = new LinkedHashMap<String, Long>();
        long used = ledger.rows();
        for (var entry : ledger.dropped().entrySet()) {
            dropped.put(entry.getKey().words(), entry.getValue().rows());
            firstLines.put(entry.getKey().words(), entry.getValue().firstLine());
            used -= entry.getValue().rows();
        }
        return new Tally(
                ledger.rows(), used, dropped, firstLines, ledger.notUtf8().rows());
    }

    /// Of the rows used some are not, since the recipe does not let one volunteer count twice.
    public Tally without(String why, long rows) {
        if (rows == 0) {
            return this;
        }
        var more = new LinkedHashMap<>(dropped);
        more.merge(why, rows, Long::sum);
        return new Tally(read, used - rows, more, firstLines, notUtf8);
    }

    /// `2000 rows read, 1317 used; dropped: 37 made in gold-standard mode (first in line 12)`
    @Override
    public String toString() {
        var text = new StringBuilder(read + " rows read, " + used + " used");
        String separator = "; dropped: ";
        for (var entry : dropped.entrySet()) {
            text.append(separator).append(entry.getValue()).append(' ').append(entry.getKey());
            if (firstLines.containsKey(entry.getKey())) {
                text.append(" (first in line ")
                        .append(firstLines.get(entry.getKey()))
                        .append(')');
            }
            separator = ", ";
        }
        if (notUtf8 > 0) {
            text.append("; ").append(notUtf8).append(" rows are not UTF-8 and were read as windows-1252");
        }
        return text.toString();
    }
}
