package org.voorwerp.scoring;

import java.util.Locale;

/// The part of the hold-out that a subject belongs to.
public enum Part {
    /// Behind the board that everybody sees while the challenge runs.
    PUBLIC,
    /// Behind the final board, opened when the phase ends.
    PRIVATE,
    /// In the test file, but never scored.
    IGNORED;

    /// Lower case, as it stands in files and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if there is no such part
    public static Part of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
