package org.voorwerp.server.importing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Stands in for times that a source leaves out.
final class Today {

    private Today() {}

    /// The beginning of the day, in UTC.
    static Instant begin() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS);
    }
}
