package org.voorwerp.board;

import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Predictions;

/// Files that look as if they were made to read the truth from the score: most subjects set to one constant, or next to
/// nothing changed since the team's last file. A sign for organisers to look at, never a proof.
///
/// @param constantShare the share of subjects that are predicted like the most frequent prediction
/// @param changedShare the share of subjects predicted otherwise than in the last file; NaN where there is none
/// @param reason in words
public record Probe(double constantShare, double changedShare, String reason) {

    static final double MUCH_CONSTANT = 0.5;
    static final double LITTLE_CHANGED = 0.01;

    /// @param last what the team sent before; null if nothing
    /// @param labels whether a constant says little because predictions are labels: then only changes are looked at
    /// @return empty where there is nothing to tell
    public static Optional<Probe> find(Predictions now, @Nullable Predictions last, boolean labels) {
        long[] rows = Fingerprint.rows(now);
        double constant = mostFrequent(rows) / (double) Math.max(1, rows.length);
        double changed = last == null ? Double.NaN : changed(rows, Fingerprint.rows(last));
        if (!labels && constant > MUCH_CONSTANT && constant < 1) {
            return Optional.of(new Probe(
                    constant,
                    changed,
                    "more than half of the subjects have one and the same prediction, the others not"));
        }
        if (changed > 0 && changed < LITTLE_CHANGED) {
            return Optional.of(new Probe(
                    constant, changed, "less than one prediction in a hundred differs from the team's last file"));
        }
        return Optional.empty();
    }

    private static int mostFrequent(long[] rows) {
        var counts = HashMap.<Long, Integer>newHashMap(rows.length);
        int most = 0;
        for (long row : rows) {
            most = Math.max(most, counts.merge(row, 1, Integer::sum));
        }
        return most;
    }

    private static double changed(long[] now, long[] last) {
        if (now.length != last.length) {
            throw new IllegalArgumentException(now.length + " subjects now, " + last.length + " before");
        }
        int changed = 0;
        for (int i = 0; i < now.length; i++) {
            changed += now[i] == last[i] ? 0 : 1;
        }
        return changed / (double) Math.max(1, now.length);
    }
}
