package org.voorwerp.server.submission;

import java.time.Duration;
import java.time.Instant;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.http.Refusal;

/// A person has sent more files today than a phase looks at.
final class AttemptsSpent extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long retryAfter;

    AttemptsSpent(Phase phase, Instant now) {
        super(
                429,
                "attempts-spent",
                "Too many files",
                "You have sent " + phase.attempts + " files today (UTC), right or wrong, which is as many as phase \""
                        + phase.name + "\" looks at. Check files before you send them; the next day begins at "
                        + Quotas.nextDay(now) + ".");
        with("limit", phase.attempts);
        with("resetsAt", Quotas.nextDay(now));
        retryAfter = Duration.between(now, Quotas.nextDay(now)).plusMillis(999).toSeconds();
    }

    @Override
    public long retryAfter() {
        return retryAfter;
    }
}
