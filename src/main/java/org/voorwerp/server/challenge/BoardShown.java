package org.voorwerp.server.challenge;

import java.util.Locale;

/// What participants see of a phase's board until the phase ends. After that it is open to everybody.
public enum BoardShown {
    /// All of it, as everybody does.
    FULL,
    /// Each team its own row.
    OWN,
    /// Nothing: not even their own scores.
    HIDDEN;

    /// The one of that word.
    public static BoardShown of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
