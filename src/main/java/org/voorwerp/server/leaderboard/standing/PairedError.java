package org.voorwerp.server.leaderboard.standing;

import java.util.UUID;

/// How far a submission's public score may be from another one's by chance, as it was worked out before.
///
/// @param error the standard error of the difference
public record PairedError(UUID other, double error) {}
