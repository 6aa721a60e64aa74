package org.voorwerp.server.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A team in an organiser's list.
///
/// @param baseline whether it is one
/// @param members handles, the longest in it first
/// @param mergedInto the team that it became part of; left out while it competes
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamEntry(
        UUID id,
        String name,
        boolean baseline,
        @Nullable String captain,
        List<String> members,
        Instant createdAt,
        @Nullable UUID mergedInto) {}
