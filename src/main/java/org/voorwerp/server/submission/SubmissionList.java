package org.voorwerp.server.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some submissions, the latest first.
///
/// @param quotas what the caller's team may still send to each phase that takes submissions now
/// @param next where the list goes on; null at its end
public record SubmissionList(
        List<SubmissionView> submissions,
        List<QuotaView> quotas,
        @Nullable String next) {}
