package org.voorwerp.server.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a team may still send.
///
/// @param phase whose quota it is
/// @param perDay how many a day (UTC)
/// @param usedToday how many of today's are used
/// @param resetsAt when the next day begins
/// @param total how many in the whole phase; null where there is no such limit
/// @param used how many of the phase's are used
/// @param atOnce how many may wait to be scored at once; null where there is no such limit
/// @param waiting how many wait now
public record QuotaView(
        String phase,
        int perDay,
        int usedToday,
        Instant resetsAt,
        @Nullable Integer total,
        long used,
        @Nullable Integer atOnce,
        int waiting) {

    /// How many may be sent before `resetsAt`; fewer at a time where `atOnce` says so.
    @JsonProperty
    public long left() {
        long today = perDay - usedToday;
        return Math.max(0, total == null ? today : Math.min(today, total - used));
    }

    boolean isSpentInAll() {
        return total != null && used >= total;
    }

    boolean isTooManyAtOnce() {
        return atOnce != null && waiting >= atOnce;
    }
}
