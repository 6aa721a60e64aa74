package org.voorwerp.server.web.text;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long something will still take, if it goes on as it went.
public final class TimeLeft {

    /// Before this share nothing can be said.
    private static final double SOON = 0.03;

    private TimeLeft() {}

    /// `about 3 minutes left`; null where too little is known.
    ///
    /// @param share done, from 0 to 1
    public static @Nullable String of(Instant started, Instant now, double share) {
        if (!(share >= SOON) || share >= 1) {
            return null;
        }
        double seconds = Duration.between(started, now).toMillis() / 1000.0 * (1 - share) / share;
        if (seconds < 60) {
            return "less than a minute left";
        }
        // Rounded up: who waits would rather be surprised the other way.
        var left = Duration.ofSeconds((long) seconds + 59);
        return "about " + Format.span(now, now.plus(left)) + " left";
    }
}
