package org.voorwerp.server.leaderboard.standing;

import java.util.List;
import java.util.UUID;

/// A team, or a baseline, and all that it has sent.
///
/// @param mergers of teams that became part of it, each before those by which it became part of another
/// @param entries in the order of acceptance, whatever became of them
public record Competitor(UUID team, String name, boolean baseline, List<Merger> mergers, List<Entry> entries) {

    public Competitor {
        mergers = List.copyOf(mergers);
        entries = List.copyOf(entries);
    }
}
