package org.voorwerp.consensus.text.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line that a volunteer marked with dots and transcribed.
///
/// @param volunteer who; null where that is not known
/// @param reading which of the subject's classifications it is from, from 0: lines of one reading are by one person
/// @param x of the dots, in pixels, at least one
/// @param y of the dots, as many
/// @param words what stands at the dots; perhaps one fewer, since the last dot ends the last word
/// @param slope in degrees, y downwards
/// @param gold whether it was made in gold-standard mode
public record TranscribedLine(
        @Nullable String volunteer,
        int reading,
        double[] x,
        double[] y,
        List<String> words,
        double slope,
        boolean gold) {

    public TranscribedLine {
        words = List.copyOf(words);
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException("a line of " + x.length + " x and " + y.length + " y");
        }
    }

    /// From its first dot to its last, with all its words in one.
    TranscribedLine whole() {
        return new TranscribedLine(
                volunteer,
                reading,
                new double[] {x[0], x[x.length - 1]},
                new double[] {y[0], y[y.length - 1]},
                List.of(String.join(" ", words)),
                slope,
                gold);
    }

    double length() {
        return Math.hypot(x[x.length - 1] - x[0], y[y.length - 1] - y[0]);
    }
}
