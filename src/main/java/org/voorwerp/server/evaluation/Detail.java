package org.voorwerp.server.evaluation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.metric.MetricFault;

/// What organisers are told about the scoring of a submission: why it failed, or what programs said meanwhile. It may
/// quote the truth, so nobody else reads it.
final class Detail {

    /// In characters: as much as anybody reads.
    private static final int LONGEST = 16_000;

    private static final String GAP = "\n[some left out]\n";

    private Detail() {}

    /// Why there is no score.
    static String of(Throwable e) {
        if (e instanceof MetricFault) {
            // Of the organiser's own query or program: how we came to it does not help.
            return beginning(clean(String.valueOf(e.getMessage())), LONGEST);
        }
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return beginning(clean(text.toString()), LONGEST);
    }

    /// What programs said; each has its share of the room.
    ///
    /// @param logs who said it → what
    /// @return null if nobody said anything
    static @Nullable String of(SequencedMap<String, String> logs) {
        var text = new StringBuilder();
        logs.forEach((who, log) -> {
            if (!log.isBlank()) {
                var said = who + ":\n" + clean(log).strip() + "\n";
                text.append(beginningAndEnd(said, LONGEST / logs.size()));
            }
        });
        return text.isEmpty() ? null : text.toString();
    }

    /// What the database takes as a text.
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    private static String beginning(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static String beginningAndEnd(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int half = (most - GAP.length()) / 2;
        return text.substring(0, half) + GAP + text.substring(text.length() - half);
    }
}
