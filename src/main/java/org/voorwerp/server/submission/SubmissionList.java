package org.voorwerp.server.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some submissions, the latest first.
///
/// @param quota what the caller's team may still send to the phase that takes submissions now, the first listed where
///     several do; null where none does
/// @param quotas what the caller's team may still send to each phase that takes submissions now
/// @param next where the list goes on; null at its end
public record SubmissionList(
        List<SubmissionView> submissions,
        @Nullable QuotaView quota,
        List<QuotaView> quotas,
        @Nullable String next) {}
