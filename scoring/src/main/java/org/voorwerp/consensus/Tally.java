package org.voorwerp.consensus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What became of the rows of a file: none is dropped in silence.
///
/// @param read rows in the file, without the header
/// @param used rows that became a vote, or a line of truth
/// @param dropped [Reason#words()] → number of rows; with `used` they add up to `read`
public record Tally(long read, long used, Map<String, Long> dropped) {

    /// Why a row is not used.
    public enum Reason {
        OTHER_WORKFLOW("another workflow"),
        OTHER_VERSION("another version of the workflow"),
        GOLD_STANDARD("made in gold-standard mode"),
        EXPERT("made by an expert or owner"),
        BEFORE_LAUNCH("made before the launch"),
        NO_SUBJECT("no subject named"),
        ANONYMOUS("made without an account"),
        NO_ANSWER("no answer to the task"),
        SEVERAL_ANSWERS("several answers at once"),
        NO_QUESTION("an annotation that answers no question"),
        ANSWER_LEFT_OUT("an answer the recipe leaves out"),
        DUPLICATE("the same classification a second time"),
        REPEAT("a repeat by the same volunteer");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Tally {
        dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
    }

    /// All rows were used.
    static Tally all(long rows) {
        return new Tally(rows, rows, Map.of());
    }

    static Tally of(long read, Map<Reason, Long> dropped) {
        var worded = new LinkedHashMap<String, Long>();
        long left = read;
        for (var entry : new EnumMap<Reason, Long>(dropped).entrySet()) {
            if (entry.getValue() > 0) {
                worded.put(entry.getKey().words(), entry.getValue());
                left -= entry.getValue();
            }
        }
        return new Tally(read, left, worded);
    }

    /// `2000 rows read, 1317 used; dropped: 37 made in gold-standard mode, 646 made before the launch`
    @Override
    public String toString() {
        var text = new StringBuilder(read + " rows read, " + used + " used");
        String separator = "; dropped: ";
        for (var entry : dropped.entrySet()) {
            text.append(separator).append(entry.getValue()).append(' ').append(entry.getKey());
            separator = ", ";
        }
        return text.toString();
    }
}
