package org.voorwerp.challenges.crowd;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One volunteer's answer for one subject.
///
/// @param answer index of the answer; null where the volunteer went on without one
/// @param session the browser's session, in hexadecimal
/// @param seconds time from seeing the subject to the answer
public record Classification(
        Volunteer volunteer,
        Subject subject,
        @Nullable Integer answer,
        Kind kind,
        String session,
        Instant finished,
        double seconds) {

    /// Why the classification was made.
    public enum Kind {
        /// By the public, after launch: these make the consensus.
        LIVE,
        /// While the project was being tried out, before launch.
        BETA,
        /// By an expert in gold-standard mode.
        GOLD
    }
}
