package org.voorwerp.server.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What stands between the caller and a submission.
///
/// @param entry how one comes in: `open`, `invitation` or `approval`
/// @param admitted whether the caller is let in; organisers are
/// @param state `requested`, `admitted` or `refused`; left out where the caller never asked
/// @param reason why the organisers refused
/// @param terms the version to accept before one takes part; left out where there is nothing to accept (any more)
/// @param acceptedAt when the caller accepted the terms; left out where there are none, or not yet
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        String entry,
        boolean admitted,
        @Nullable String state,
        @Nullable Instant requestedAt,
        @Nullable String reason,
        @Nullable String terms,
        @Nullable Instant acceptedAt) {}
