package org.voorwerp.server.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some submissions, the latest first.
///
/// @param quota what the caller's team may still send; null where no phase is open
/// @param next where the list goes on; null at its end
public record SubmissionList(
        List<SubmissionView> submissions,
        @Nullable QuotaView quota,
        @Nullable String next) {}
