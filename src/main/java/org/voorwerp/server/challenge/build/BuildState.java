package org.voorwerp.server.challenge.build;

import java.util.Locale;

/// How far a pack has come:
///
/// ```
/// waiting ──► running ──► built
///                │  └───► refused   the organiser can mend it
///                └──────► failed    our fault
/// ```
///
/// A build whose server died stays running until another server takes it up again.
public enum BuildState {
    WAITING,
    RUNNING,
    BUILT,
    REFUSED,
    FAILED;

    /// The state of that word.
    public static BuildState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
