package org.voorwerp.server.submission;

import org.voorwerp.server.http.Refusal;

/// Two teams have used more submissions than one team may: they cannot become one.
final class MergerExceedsQuota extends Refusal {

    private static final long serialVersionUID = 1L;

    private MergerExceedsQuota(QuotaView used, long count, long limit, String when) {
        super(
                409,
                "merger-exceeds-quota",
                "Together over the quota",
                "Together the two teams have used " + count + " submissions " + when + " in phase \"" + used.phase()
                        + "\", where one team may use " + limit + ".");
        with("phase", used.phase());
        with("used", count);
        with("limit", limit);
    }

    static MergerExceedsQuota today(QuotaView used) {
        var refusal = new MergerExceedsQuota(
                used, used.usedToday(), used.perDay(), "today (UTC; the next day begins at " + used.resetsAt() + ")");
        refusal.with("resetsAt", used.resetsAt());
        return refusal;
    }

    /// @param limit what one team could have used by now
    static MergerExceedsQuota inAll(QuotaView used, long limit) {
        return new MergerExceedsQuota(used, used.used(), limit, "so far");
    }
}
