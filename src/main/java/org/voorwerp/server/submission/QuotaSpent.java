package org.voorwerp.server.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.voorwerp.server.http.Refusal;

/// The team has sent as many as it may.
final class QuotaSpent extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long retryAfter;

    QuotaSpent(QuotaView quota, Instant now) {
        super(429, "quota-spent", "Quota spent", detail(quota));
        if (quota.isSpentInAll()) {
            with("limit", Objects.requireNonNull(quota.total()));
            with("used", quota.used());
            retryAfter = 0;
        } else {
            with("limit", quota.perDay());
            with("used", quota.usedToday());
            with("resetsAt", quota.resetsAt());
            retryAfter = Duration.between(now, quota.resetsAt()).plusMillis(999).toSeconds();
        }
    }

    private static String detail(QuotaView quota) {
        return quota.isSpentInAll()
                ? "Your team has used all " + quota.total() + " submissions of phase \"" + quota.phase() + "\"."
                : "Your team has used its " + quota.perDay() + " submissions of today (UTC); the next day begins at "
                        + quota.resetsAt() + ".";
    }

    @Override
    public long retryAfter() {
        return retryAfter;
    }
}
