package org.voorwerp.server.leaderboard.standing;

import java.util.UUID;

/// A team became part of another.
///
/// @param after how many submissions the challenge had accepted by then: those after are the united team's
public record Merger(UUID from, UUID into, long after) {}
