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
        } else if (quota.left() > 0) {
            with("limit", Objects.requireNonNull(quota.atOnce()));
            with("used", quota.waiting());
            retryAfter = 1;
        } else {
            with("limit", quota.perDay());
            with("used", quota.usedToday());
            with("resetsAt", quota.resetsAt());
            retryAfter = Duration.between(now, quota.resetsAt()).plusMillis(999).toSeconds();
        }
    }

    private static String detail(QuotaView quota) {
        if (quota.isSpentInAll()) {
            return "Your team has used all " + quota.total() + " submissions of phase \"" + quota.phase() + "\".";
        }
        return quota.left() > 0
                ? "Your team has " + quota.waiting() + " submissions waiting to be scored, as many as may at once;"
                        + " send the next when one of them is done."
                : "Your team has used its " + quota.perDay() + " submissions of today (UTC); the next day begins at "
                        + quota.resetsAt() + ".";
    }

    @Override
    public long retryAfter() {
        return retryAfter;
    }
}
