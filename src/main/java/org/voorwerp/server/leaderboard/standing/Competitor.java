package org.voorwerp.server.leaderboard.standing;

import java.util.List;
import java.util.UUID;

/// A team, or a baseline, and all that it has sent.
///
/// @param entries in the order of acceptance, whatever became of them
public record Competitor(UUID team, String name, boolean baseline, List<Entry> entries) {

    public Competitor {
        entries = List.copyOf(entries);
    }
}
