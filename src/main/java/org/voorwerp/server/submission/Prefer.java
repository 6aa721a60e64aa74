package org.voorwerp.server.submission;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a client would rather have (RFC 7240).
final class Prefer {

    private static final Pattern WAIT = Pattern.compile(
            "(?:^|,)\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?:;[^,]*)?(?=,|$)", Pattern.CASE_INSENSITIVE);

    private Prefer() {}

    /// How long the client would wait for the result, at most `longest`; empty if it would not. What cannot be
    /// understood is no preference, as the standard has it.
    static Optional<Duration> wait(List<String> headers, Duration longest) {
        var match = WAIT.matcher(String.join(",", headers));
        if (!match.find()) {
            return Optional.empty();
        }
        var asked = Duration.ofSeconds(Long.parseLong(match.group(1)));
        return Optional.of(asked.compareTo(longest) > 0 ? longest : asked);
    }
}
